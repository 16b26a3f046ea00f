import Model
import Systemd

/// Keeps the table of processes true to `/proc`.
struct ProcessScan: Sendable {
  private let procfs: Procfs
  private let recognise: @Sendable (ProcessIdentity) -> ProcessFacts?
  private let ticksPerSecond: UInt64
  private(set) var table = ProcessTable()
  private(set) var visibleCount = 0

  init(
    procfs: Procfs, ticksPerSecond: UInt64,
    recognise: @escaping @Sendable (ProcessIdentity) -> ProcessFacts?
  ) {
    self.procfs = procfs
    self.ticksPerSecond = ticksPerSecond
    self.recognise = recognise
  }

  mutating func update(at now: Duration, every interval: Duration) throws(CollectorError) {
    let pids = try procfs.processes()
    visibleCount = pids.count
    for (pid, attention) in table.attend(to: pids, at: now, every: interval) {
      look(at: pid, attention, now: now)
    }
  }

  private mutating func look(at pid: Int32, _ attention: ProcessTable.Attention, now: Duration) {
    guard let stat = procfs.stat(pid) else {
      // It ended between the list and now.
      table.remove(pid)
      return
    }
    // Who may see where the arguments lie need not read them: after an exec they lie elsewhere.
    let isHidden = attention == .close && stat.argumentStart == 0
    var commandLine = isHidden ? try? procfs.file(pid, "cmdline") : nil
    let look = ProcessLook(stat, pid: pid, commandLine: commandLine)
    guard table.isNews(look) else { return table.refresh(look) }
    if commandLine == nil { commandLine = try? procfs.file(pid, "cmdline") }
    // Threads of the kernel have no arguments; neither has what is about to become a process.
    var broker: BrokerProcess?
    if let commandLine, !commandLine.isEmpty {
      broker = self.broker(pid, stat, commandLine: commandLine)
    }
    let news = ProcessLook(stat, pid: pid, commandLine: commandLine)
    // A process that became another program is young again.
    let isExec = table.rows[pid]?.look.key == look.key
    table.note(news, broker, seenFirst: isExec ? now : seenFirst(stat, now: now))
  }

  private func broker(_ pid: Int32, _ stat: ProcessStat, commandLine: [UInt8]) -> BrokerProcess? {
    let identity = procfs.identity(pid, stat, commandLine: commandLine)
    guard let facts = recognise(identity) else { return nil }
    return BrokerProcess(identity: identity, facts: facts)
  }

  /// A process that has run for long before we looked is not young.
  ///
  /// One that seems to start in the future, as with the `/proc` of another time namespace, is as old as we know it.
  private func seenFirst(_ stat: ProcessStat, now: Duration) -> Duration {
    let started = Duration.seconds(Int64(clamping: stat.startTicks / max(1, ticksPerSecond)))
    return min(started, now)
  }
}
