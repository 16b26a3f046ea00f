import Model
import Systemd

/// What is remembered of one broker's sockets from tick to tick.
struct SocketMemory: Sendable {
  /// Reading the descriptors of a broker with more would take too long.
  private static let maxDescriptors = 50_000

  private var traffic: ListenerTraffic
  private var peers: PeerTraffic

  init(countsFirst: Bool) {
    traffic = ListenerTraffic(countsFirst: countsFirst)
    peers = PeerTraffic(countsFirst: countsFirst)
  }

  mutating func take(
    _ result: Result<SocketSet, PartFailure>, into sample: inout ProcessSample, peerPorts: Set<UInt16>,
    procfs: Procfs, at now: Duration
  ) {
    let listeners = NamedListener.all(of: sample.process.facts)
    switch result {
    case .failure(let unread):
      if !listeners.isEmpty { sample.unread[.connections] = unread.reason }
    case .success(let set):
      let connections = Self.connections(in: set.entries, of: listeners)
      sample.listeners = Self.readings(connections, of: listeners)
      if let shortcoming = set.shortcoming {
        if !listeners.isEmpty { sample.unread[.traffic] = shortcoming }
        return
      }
      traffic.take(connections, of: listeners.map(\.name))
      sample.counters.merge(traffic.counters) { _, new in new }
      takePeers(set.entries, into: &sample, listeners: listeners, peerPorts, procfs, at: now)
    }
  }

  private mutating func takePeers(
    _ entries: [SocketEntry], into sample: inout ProcessSample, listeners: [NamedListener],
    _ ports: Set<UInt16>, _ procfs: Procfs, at now: Duration
  ) {
    let own = Set(listeners.map(\.port))
    let candidates = entries.filter { entry in
      entry.state == SocketState.established.rawValue && ports.contains(entry.remote.port)
        // A broker talks to itself, too.
        && !(own.contains(entry.remote.port) && entry.local.hasSameHost(as: entry.remote))
    }
    let path = procfs.path(sample.process.identity.pid, "fd")
    peers.take(candidates, at: now) {
      do throws(SmallFile.Failure) {
        return try DescriptorFolder.sockets(path, limit: Self.maxDescriptors).map(Result.success)
          ?? .failure(PartFailure(.tooLarge))
      } catch {
        return .failure(PartFailure(UnreadReason(error)))
      }
    }
    sample.peers = peers.peers
    sample.counters.merge(peers.counters) { _, new in new }
    if let unread = peers.unread { sample.unread[.peers] = unread }
  }

  private static func connections(
    in entries: [SocketEntry], of listeners: [NamedListener]
  ) -> [(listener: String, entry: SocketEntry)] {
    entries.compactMap { entry in
      listeners.first { $0.takes(entry.local) }.map { ($0.name, entry) }
    }
  }

  /// Every state of every listener: an alert needs the zero, too.
  private static func readings(
    _ connections: [(listener: String, entry: SocketEntry)], of listeners: [NamedListener]
  ) -> [ListenerReading] {
    var counts: [String: [SocketState: Int]] = [:]
    for (listener, entry) in connections {
      guard let state = SocketState(rawValue: entry.state == newSynReceived ? 3 : entry.state) else {
        continue
      }
      counts[listener, default: [:]][state, default: 0] += 1
    }
    return listeners.map { listener in
      let known = counts[listener.name] ?? [:]
      let all = SocketState.allCases.map { ($0, known[$0] ?? 0) }
      return ListenerReading(name: listener.name, connections: Dictionary(uniqueKeysWithValues: all))
    }
  }

  /// The kernel's name for a half open connection that has no socket yet.
  private static let newSynReceived: UInt8 = 12
}
