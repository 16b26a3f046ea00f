import Model
import Systemd

/// Reads one process, tick after tick, for as long as it runs.
struct ProcessProbe: Sendable {
  /// What changes rarely or takes long is read once in this time.
  static let slowInterval = Duration.seconds(60)
  /// So many descriptors are counted at every tick where the kernel does not say their number.
  static let manyDescriptors = 2000

  let process: BrokerProcess
  let procfs: Procfs
  let constants: HostConstants
  /// Computed once: the boot time that the kernel tells moves with the clock.
  let startTime: Timestamp?
  /// Whether everything that the process ever did was done under our eyes.
  let isBornUnderWatch: Bool
  var sockets: SocketMemory
  private var jvm: PerformanceFile?
  private var switches: ThreadSwitches
  private var pressureFolder: Result<String, PartFailure>?
  private var slowAt: Duration?
  private var slow: ProcessSample
  private var descriptors: (count: Int, at: Duration)?

  init(
    _ process: BrokerProcess, procfs: Procfs, constants: HostConstants, isBornUnderWatch: Bool
  ) {
    self.process = process
    self.procfs = procfs
    self.constants = constants
    self.isBornUnderWatch = isBornUnderWatch
    let boot = (try? SmallFile.read("\(procfs.root)/stat", limit: 4 << 20)).flatMap(BootTime.parse)
    startTime = boot.flatMap { boot in
      constants.nanoseconds(ticks: process.identity.startTicks).flatMap { Int64(exactly: $0) }.map {
        Timestamp(nanoseconds: boot.nanoseconds &+ $0)
      }
    }
    sockets = SocketMemory(countsFirst: isBornUnderWatch)
    switches = ThreadSwitches(countsFirst: isBornUnderWatch)
    slow = ProcessSample(process)
    if PerformanceFile.isExpected(of: process.identity) {
      jvm = PerformanceFile(procfs: procfs, identity: process.identity)
    }
  }

  private var pid: Int32 { process.identity.pid }

  /// Nil when the process has ended, be it in the middle.
  mutating func sample(at now: Duration) -> ProcessSample? {
    guard let stat = stat() else { return nil }
    var sample = ProcessSample(process, startTime: startTime)
    take(stat, into: &sample)
    takeStatus(into: &sample)
    takeDescriptors(into: &sample, at: now)
    takeSlowly(into: &sample, at: now)
    takePressure(into: &sample)
    takeJVM(into: &sample, at: now)
    // What vanished while it was read was no failure.
    if sample.unread.values.contains(.missing), self.stat() == nil { return nil }
    return sample
  }

  private func stat() -> ProcessStat? {
    procfs.stat(pid).flatMap { $0.startTicks == process.identity.startTicks ? $0 : nil }
  }

  private func take(_ stat: ProcessStat, into sample: inout ProcessSample) {
    sample.counters[.cpuTime] = constants.nanoseconds(ticks: stat.userTicks &+ stat.systemTicks)
    sample.counters[.minorFaults] = stat.minorFaults
    sample.counters[.majorFaults] = stat.majorFaults
    sample.gauges.threads = stat.threads
    sample.gauges.virtualBytes = stat.virtualBytes
    sample.gauges.residentBytes = constants.bytes(pages: stat.residentPages)
  }

  private func takeStatus(into sample: inout ProcessSample) {
    let pid = pid
    if let bytes = sample.take(.status, { () throws(SmallFile.Failure) in try procfs.file(pid, "status") }) {
      let status = KeyedText(bytes)
      sample.gauges.swapBytes = status.bytes("VmSwap")
      // That of `stat` lags behind by some pages for each thread.
      if let resident = status.bytes("VmRSS") { sample.gauges.residentBytes = resident }
    }
    if let bytes = sample.take(.io, { () throws(SmallFile.Failure) in try procfs.file(pid, "io") }) {
      let io = KeyedText(bytes)
      sample.counters[.readBytes] = io.number("read_bytes")
      sample.counters[.writtenBytes] = io.number("write_bytes")
    }
    if let bytes = sample.take(
      .oomScore, { () throws(SmallFile.Failure) in try procfs.file(pid, "oom_score") })
    {
      sample.gauges.oomScore = Int(String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" })
    }
  }

  private mutating func takeDescriptors(into sample: inout ProcessSample, at now: Duration) {
    if let descriptors, descriptors.count > Self.manyDescriptors, now - descriptors.at < Self.slowInterval {
      sample.gauges.openDescriptors = descriptors.count
      return
    }
    let path = procfs.path(pid, "fd")
    let count = sample.take(
      .descriptors, { () throws(SmallFile.Failure) in try DescriptorFolder.count(path) })
    sample.gauges.openDescriptors = count?.value
    descriptors = count.flatMap { $0.wasCounted ? ($0.value, now) : nil }
  }

  private mutating func takeJVM(into sample: inout ProcessSample, at now: Duration) {
    switch jvm?.read(startedAt: startTime, now: now) {
    case .success(let data):
      sample.jvm = data.reading
      sample.counters.merge(data.counters) { _, new in new }
    case .failure(let unread): sample.unread[.jvm] = unread.reason
    case nil: break
    }
  }
}

// MARK: What is read rarely

extension ProcessProbe {
  private static let maxThreads = 4096
  private static let maxMapsBytes = 64 << 20

  private mutating func takeSlowly(into sample: inout ProcessSample, at now: Duration) {
    if slowAt.map({ now - $0 >= Self.slowInterval }) ?? true {
      slowAt = now
      slow = ProcessSample(process)
      readLimits()
      readMaps()
      readSwitches()
      pressureFolder = findPressure()
    }
    sample.gauges.descriptorLimit = slow.gauges.descriptorLimit
    sample.gauges.memoryMaps = slow.gauges.memoryMaps
    sample.counters.merge(slow.counters) { _, new in new }
    sample.unread.merge(slow.unread) { _, new in new }
  }

  private mutating func readLimits() {
    let pid = pid
    let bytes = slow.take(.limits, { () throws(SmallFile.Failure) in try procfs.file(pid, "limits") })
    slow.gauges.descriptorLimit = bytes.flatMap { ProcessLimits.parse($0).openFiles }
  }

  private mutating func readMaps() {
    let path = procfs.path(pid, "maps")
    let count = slow.take(
      .maps, { () throws(SmallFile.Failure) in try SmallFile.lineCount(path, limit: Self.maxMapsBytes) })
    slow.gauges.memoryMaps = count.flatMap(\.self)
    if case .some(.none) = count { slow.unread[.maps] = .tooLarge }
  }

  private mutating func readSwitches() {
    var threads: [Int32] = []
    do {
      try Folder.appendNumbers(in: procfs.path(pid, "task"), to: &threads)
    } catch {
      slow.unread[.threads] = UnreadReason(error)
      return
    }
    guard threads.count <= Self.maxThreads else {
      slow.unread[.threads] = .tooLarge
      return
    }
    var counts: [Int32: ThreadSwitches.Count] = [:]
    for thread in threads {
      // A thread may end at any time.
      guard let bytes = try? procfs.file(pid, "task/\(thread)/status") else { continue }
      let status = KeyedText(bytes)
      guard let voluntary = status.number("voluntary_ctxt_switches"),
        let involuntary = status.number("nonvoluntary_ctxt_switches")
      else { continue }
      counts[thread] = ThreadSwitches.Count(voluntary: voluntary, involuntary: involuntary)
    }
    switches.take(counts)
    slow.counters[.voluntarySwitches] = switches.total.voluntary
    slow.counters[.involuntarySwitches] = switches.total.involuntary
  }
}

// MARK: Pressure

extension ProcessProbe {
  private func findPressure() -> Result<String, PartFailure> {
    do {
      let membership = ControlGroupMembership.parse(try procfs.file(pid, "cgroup"))
      let mounts = ControlGroupMounts.parse(try SmallFile.read("\(procfs.root)/self/mountinfo"))
      guard let path = membership.unifiedPath, mounts.unified != nil else {
        return .failure(PartFailure(.unsupported))
      }
      guard path != "/" else { return .failure(PartFailure(.shared)) }
      return mounts.folder(ofUnified: path).map(Result.success) ?? .failure(PartFailure(.missing))
    } catch {
      return .failure(PartFailure(UnreadReason(error)))
    }
  }

  private func takePressure(into sample: inout ProcessSample) {
    guard case .success(let folder)? = pressureFolder else {
      if case .failure(let unread)? = pressureFolder { sample.unread[.pressure] = unread.reason }
      return
    }
    for resource in PressureResource.allCases {
      let bytes = sample.take(
        .pressure,
        { () throws(SmallFile.Failure) in try SmallFile.read("\(folder)/\(resource.rawValue).pressure") })
      guard let bytes else { continue }
      for (kind, stalled) in PressureText.parse(bytes) {
        sample.counters[.stalled(resource, kind)] = stalled
      }
    }
  }
}
