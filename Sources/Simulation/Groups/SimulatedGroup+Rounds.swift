import Kafka
import Model

/// The rounds in which members of a classic group agree on a protocol and share the work.
extension SimulatedGroup {
  var joined: [SimulatedMember] { members.filter { $0.session?.hasJoined == true } }

  func member(_ id: String) -> SimulatedMember? { members.first { $0.id == id } }

  mutating func change(_ id: String, _ change: (inout SimulatedMember) -> Void) {
    guard let index = members.firstIndex(where: { $0.id == id }) else { return }
    change(&members[index])
  }

  /// Begins a round in which every member must join again.
  mutating func startRound(at now: Int64) {
    guard state != .preparingRebalance else { return }
    state = .preparingRebalance
    joinDeadline = now + (members.compactMap { $0.session?.rebalanceTimeout }.max() ?? 0)
    for index in members.indices { members[index].session?.hasJoined = false }
  }

  /// Ends the round when all have joined or those who have not are late; these are members no more.
  mutating func finishRound(at now: Int64) {
    guard state == .preparingRebalance, let deadline = joinDeadline else { return }
    guard now >= deadline || members.allSatisfy({ $0.session?.hasJoined != false }) else { return }
    members.removeAll { $0.session?.hasJoined == false }
    joinDeadline = nil
    epoch += 1
    guard let first = members.first else { return becomeEmpty() }
    if leader.flatMap(member) == nil { leader = first.id }
    assignor = agreedProtocol ?? ""
    state = .completingRebalance
    for index in members.indices {
      members[index].epoch = epoch
      members[index].session?.lastHeard = now
      members[index].session?.assignment = []
    }
  }

  /// Hands out what the leader decided.
  mutating func assign(_ assignments: [SyncGroupRequest.Assignment]) {
    for given in assignments { change(given.memberID) { $0.take(given.assignment) } }
    assignmentEpoch = epoch
    state = .stable
  }

  mutating func remove(_ id: String, at now: Int64) {
    members.removeAll { $0.id == id }
    guard !members.isEmpty else { return becomeEmpty() }
    // The round under way may have waited for just this one.
    if state == .preparingRebalance { finishRound(at: now) } else { startRound(at: now) }
  }

  /// Members whose clients went silent are removed; who waits for the end of a round need not say anything.
  mutating func expireMembers(at now: Int64) {
    finishRound(at: now)
    let silent = members.filter { member in
      guard let session = member.session else { return false }
      if state == .preparingRebalance, session.hasJoined { return false }
      return now - session.lastHeard > session.timeout
    }
    for member in silent { remove(member.id, at: now) }
  }

  /// When the round ends or a member expires, if nobody does anything until then.
  var nextChange: Int64? {
    let expiries = members.compactMap { $0.session.map { $0.lastHeard + $0.timeout + 1 } }
    return (expiries + [joinDeadline].compactMap { $0 }).min()
  }

  /// The first choice of the leader that everybody knows.
  private var agreedProtocol: String? {
    let sessions = members.compactMap(\.session)
    let candidates = leader.flatMap(member)?.session?.protocols ?? []
    return candidates.map(\.name).first { name in sessions.allSatisfy { $0.metadata(of: name) != nil } }
  }

  private mutating func becomeEmpty() {
    members = []
    leader = nil
    joinDeadline = nil
    state = .empty
  }
}

extension SimulatedMember {
  /// Brokers hand assignments on unread; they are read here so that every kind of group looks alike.
  mutating func take(_ assignment: [UInt8]) {
    session?.assignment = assignment
    guard let read = try? ConsumerAssignment.read(assignment) else { return }
    assigned = Dictionary(read.partitions.map { ($0.topic, $0.partitions) }, uniquingKeysWith: +)
  }

  /// What DescribeGroups shows of the member's subscription.
  func metadata(of protocolName: String) -> [UInt8] {
    if let session { return session.metadata(of: protocolName) ?? [] }
    let subscription = ConsumerSubscription { $0.topics = subscribed }
    return (try? ConsumerProtocol.bytes(of: subscription, version: 1)) ?? []
  }

  var assignment: [UInt8] {
    if let session { return session.assignment }
    let assignment = ConsumerAssignment { assignment in
      assignment.partitions = assigned.sorted { $0.key < $1.key }.map { topic, partitions in
        ConsumerPartitions {
          $0.topic = topic
          $0.partitions = partitions
        }
      }
    }
    return (try? ConsumerProtocol.bytes(of: assignment, version: 1)) ?? []
  }
}
