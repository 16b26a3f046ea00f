import Kafka
import Model

extension QuorumAnswer {
  /// Nil where the answer says nothing of the quorum, for want of rights for instance.
  init?(_ response: DescribeQuorumResponse) {
    guard response.errorCode.isSuccess, let partition = response.topics.first?.partitions.first else {
      return nil
    }
    // Told by a controller that does not lead: it may not even know who does.
    guard partition.errorCode.isSuccess else { return nil }
    guard let leader = partition.leaderID?.rawValue, leader >= 0 else {
      self = .noLeader
      return
    }
    let replicas =
      partition.currentVoters.map { QuorumReplica($0, .voter) }
      + partition.observers.map { QuorumReplica($0, .observer) }
    self = .described(
      QuorumReading(
        leader: leader, epoch: partition.leaderEpoch ?? 0, highWatermark: partition.highWatermark,
        replicas: replicas.sorted { $0.id < $1.id }))
  }
}

extension QuorumReplica {
  fileprivate init(_ replica: DescribeQuorumResponse.Replica, _ role: Role) {
    self.init(
      id: replica.replicaID.rawValue, role: role, logEnd: replica.logEndOffset.flatMap { $0 < 0 ? nil : $0 },
      lastFetch: Self.time(replica.lastFetchTimestamp),
      lastCaughtUp: Self.time(replica.lastCaughtUpTimestamp))
  }

  /// Kafka spells "never" −1.
  private static func time(_ milliseconds: Int64?) -> Timestamp? {
    guard let milliseconds, milliseconds > 0 else { return nil }
    let (nanoseconds, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? nil : Timestamp(nanoseconds: nanoseconds)
  }
}
