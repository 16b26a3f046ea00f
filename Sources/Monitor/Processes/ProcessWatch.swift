import Model
import Systemd

/// Watches the brokers' processes of this host, from tick to tick.
actor ProcessWatch {
  /// Brokers beyond so many are not watched.
  static let maxWatched = 256

  private let procfs: Procfs
  private let constants: HostConstants
  private let interval: Duration
  private let forgetAfter: Duration
  private let sockets: SocketReader
  private var scan: ProcessScan
  private var probes: [ProcessKey: ProcessProbe] = [:]
  private var ledger = ProcessLedger()
  private var watchedSince: Duration?

  init(_ settings: ProcessCollector.Settings, constants: HostConstants, sockets: SocketReader? = nil) {
    procfs = settings.procfs
    self.constants = constants
    interval = settings.interval
    forgetAfter = settings.forgetAfter
    self.sockets = sockets ?? SocketReader(procfs: settings.procfs)
    scan = ProcessScan(
      procfs: settings.procfs, ticksPerSecond: constants.ticksPerSecond, recognise: settings.recognise)
  }

  /// How many processes were seen at the last reading, whoever's they are.
  var visibleCount: Int { scan.visibleCount }

  /// `peerPorts` are those of brokers that are known otherwise, `containers` the ids of those that are there, if anybody knows.
  func read(
    at now: Duration, peerPorts: Set<UInt16>, containers: Set<String>? = nil
  ) throws(CollectorError) -> ProcessesSection {
    try scan.update(at: now, every: interval)
    let since = watchedSince ?? now
    watchedSince = since
    let found = scan.table.watched
    let watched = Array(found.prefix(Self.maxWatched))
    follow(watched, since: since)
    var samples: [ProcessSample] = []
    for process in watched {
      guard let sample = probes[process.key]?.sample(at: now) else { continue }
      samples.append(sample)
    }
    takeSockets(into: &samples, peerPorts: peerPorts, at: now)
    return ProcessesSection(
      processes: ledger.enter(
        samples, at: now, forgetAfter: forgetAfter, containers: containers),
      overlooked: found.count - watched.count)
  }

  /// A process that became another program is read anew.
  private func follow(_ watched: [BrokerProcess], since: Duration) {
    var kept: [ProcessKey: ProcessProbe] = [:]
    for process in watched {
      if let probe = probes[process.key], probe.process == process {
        kept[process.key] = probe
      } else {
        let started = constants.nanoseconds(ticks: process.identity.startTicks).flatMap {
          Int64(exactly: $0)
        }
        kept[process.key] = ProcessProbe(
          process, procfs: procfs, constants: constants,
          isBornUnderWatch: started.map { .nanoseconds($0) >= since } ?? false)
      }
    }
    probes = kept
  }

  private func takeSockets(
    into samples: inout [ProcessSample], peerPorts: Set<UInt16>, at now: Duration
  ) {
    let own = samples.flatMap { $0.process.facts.listeners.map(\.port) }
    let peers = peerPorts.union(own)
    let ports = SocketPorts(local: Set(own), remote: peers)
    let sets = sockets.read(samples.map(\.process.identity.pid), ports)
    for index in samples.indices {
      let process = samples[index].process
      guard let set = sets[process.identity.pid] else { continue }
      probes[process.key]?.sockets.take(
        set, into: &samples[index], peerPorts: peers, procfs: procfs, at: now)
    }
  }
}
