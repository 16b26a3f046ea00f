import Model

/// The connections that a broker opened to others.
struct PeerTraffic: Sendable {
  /// More peers than any broker talks to.
  static let maxPeers = 256
  private static let patience = Duration.seconds(60)

  private var retransmits: [String: UInt64] = [:]
  private var last: [UInt64: UInt32] = [:]
  private var isFirst = true
  /// Whether a connection, by its cookie, is the broker's own.
  private var owned: [UInt64: Bool] = [:]
  private var checkedAt: Duration?
  private let countsFirst: Bool

  private(set) var peers: [PeerReading] = []
  private(set) var unread: UnreadReason?

  init(countsFirst: Bool) {
    self.countsFirst = countsFirst
  }

  /// Takes what may be such connections; `sockets` answers the inodes of the broker's sockets, and is asked rarely.
  mutating func take(
    _ candidates: [SocketEntry], at now: Duration, sockets: () -> Result<Set<UInt32>, PartFailure>
  ) {
    let cookies = Set(candidates.map(\.cookie))
    owned = owned.filter { cookies.contains($0.key) }
    findOwners(candidates, at: now, sockets)
    var freshest: [String: SocketEntry.Traffic] = [:]
    var seen: [UInt64: UInt32] = [:]
    for entry in candidates where owned[entry.cookie] == true {
      guard let traffic = entry.traffic else { continue }
      let peer = entry.remote.description
      guard retransmits[peer] != nil || retransmits.count < Self.maxPeers else {
        unread = .tooLarge
        continue
      }
      seen[entry.cookie] = traffic.retransmits
      count(traffic.retransmits, of: entry.cookie, to: peer)
      if freshest[peer].map({
        traffic.millisecondsSinceAcknowledgement < $0.millisecondsSinceAcknowledgement
      }) ?? true {
        freshest[peer] = traffic
      }
    }
    last = seen
    isFirst = false
    peers = freshest.sorted { $0.key < $1.key }.map { peer, traffic in
      let microseconds = traffic.roundTripMicroseconds
      return PeerReading(peer: peer, roundTrip: microseconds > 0 ? .microseconds(microseconds) : nil)
    }
  }

  var counters: [ProcessCounter: UInt64] {
    Dictionary(uniqueKeysWithValues: retransmits.map { (.retransmits(peer: $0.key), $0.value) })
  }

  private mutating func count(_ now: UInt32, of cookie: UInt64, to peer: String) {
    let counts = !isFirst || countsFirst
    let before = last[cookie] ?? 0
    retransmits[peer, default: 0] &+= counts && now >= before ? UInt64(now - before) : 0
  }

  /// Clients on the same host connect to the same ports: only the process's own descriptors tell them apart.
  private mutating func findOwners(
    _ candidates: [SocketEntry], at now: Duration, _ sockets: () -> Result<Set<UInt32>, PartFailure>
  ) {
    let unknown = candidates.filter { owned[$0.cookie] == nil }
    guard !unknown.isEmpty, checkedAt.map({ now - $0 >= Self.patience }) ?? true else { return }
    checkedAt = now
    switch sockets() {
    case .success(let inodes):
      unread = nil
      for entry in unknown { owned[entry.cookie] = inodes.contains(entry.inode) }
    case .failure(let failure): unread = failure.reason
    }
  }
}
