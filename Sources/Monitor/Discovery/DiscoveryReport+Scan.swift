import Model
import Systemd

extension DiscoveryReport {
  /// Looks at every process once.
  package static func make(procfs: Procfs, profiles: ProfileCatalog) -> DiscoveryReport {
    let recognizer = ProcessRecognizer(profiles: profiles, procfs: procfs)
    var sights = HostSights()
    var ignored: [Finding] = []
    var problems: [String] = []
    let pids: [Int32]
    do throws(SmallFile.Failure) {
      pids = try RootedFolder(procfs.root).names(in: ".", limit: 1_000_000).compactMap { Int32($0) }.sorted()
    } catch {
      pids = []
      problems.append("\(error); is --path.procfs a procfs?")
    }
    for pid in pids {
      guard let process = procfs.process(pid) else { continue }
      if let facts = recognizer.recognise(process) {
        sights.processes.append(ProcessSight(name: facts.name, facts: facts))
      } else if let reason = KafkaTools.reason(process) {
        ignored.append(Finding(source: "process \(pid)", statement: reason))
      }
    }
    let section = BrokerAssembly.section(sights, profiles)
    return DiscoveryReport(
      section: section, clusters: DiscoveredCluster.all(section), ignored: ignored, problems: problems,
      processCount: pids.count)
  }
}

/// Programs that belong to Kafka and are no broker.
enum KafkaTools {
  static func reason(_ process: ProcessIdentity) -> String? {
    guard let java = JavaCommand(executable: process.executable, arguments: process.arguments) else {
      let isTool = process.executable?.hasSuffix("/rpk") == true
      return isTool ? "rpk is Redpanda's tool, no broker" : nil
    }
    let starts = [
      "kafka.tools.", "kafka.admin.", "org.apache.kafka.", "io.confluent.", "com.linkedin.kafka.",
    ]
    guard starts.contains(where: { java.mainClass.hasPrefix($0) }) else { return nil }
    return "\(java.mainClass) is no broker, but a tool or a service beside one"
  }
}

extension Procfs {
  /// Nil when it is gone, or a thread of the kernel.
  fileprivate func process(_ pid: Int32) -> ProcessIdentity? {
    guard let line = try? read("\(pid)/cmdline"), !line.isEmpty,
      let stat = (try? read("\(pid)/stat")).flatMap(ProcessStat.parse)
    else { return nil }
    let arguments = (line.last == 0 ? line.dropLast() : line[...]).split(
      separator: 0, omittingEmptySubsequences: false)
    let groups = (try? read("\(pid)/cgroup")) ?? []
    return ProcessIdentity(
      pid: pid, startTicks: stat.startTicks, command: "",
      executable: try? SmallFile.target(of: path("\(pid)/exe")),
      arguments: arguments.map { String(decoding: $0, as: UTF8.self) },
      workingDirectory: try? SmallFile.target(of: path("\(pid)/cwd")),
      cgroups: groups.split(separator: UInt8(ascii: "\n")).compactMap { line in
        line.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false).last.map {
          String(decoding: $0, as: UTF8.self)
        }
      }, user: nil, namespacePid: nil)
  }
}
