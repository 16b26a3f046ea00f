package import Kafka

/// One partition as the whole cluster agrees on it.
package struct SimulatedPartition: Sendable {
  /// The first is the preferred leader.
  package var replicas: [BrokerID]
  package var inSync: [BrokerID]
  package var leader: BrokerID?
  package var leaderEpoch: Int32 = 0
  package var reassignment: SimulatedReassignment?
  package var log = SimulatedLog()
  /// By how many records a replica lags behind the leader; none where it is not named.
  package var replicaLag: [BrokerID: Int64] = [:]
  /// Records a second that the workload appends.
  package var produceRate: Double = 0

  /// What the leader answers to every question about the log.
  package var error = ErrorCode.none

  package init(replicas: [BrokerID]) {
    self.replicas = replicas
    inSync = replicas
    leader = replicas.first
  }
}
