import Model

extension DiscoveryReport {
  /// Looks at every process once.
  package static func make(procfs: Procfs, profiles: ProfileCatalog) -> DiscoveryReport {
    let recognizer = ProcessRecognizer(profiles: profiles, procfs: procfs)
    var sights = HostSights()
    var ignored: [Finding] = []
    var problems: [String] = []
    var pids: [Int32] = []
    do throws(CollectorError) {
      pids = try procfs.processes()
    } catch {
      problems.append(error.description)
    }
    for pid in pids {
      guard let stat = procfs.stat(pid), let line = try? procfs.file(pid, "cmdline"), !line.isEmpty else {
        continue
      }
      let process = procfs.identity(pid, stat, commandLine: line)
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
