package import Kafka

/// The KRaft quorum that keeps the metadata.
package struct SimulatedQuorum: Sendable {
  /// How far behind the leader a voter or observer is.
  package struct Replica: Sendable {
    package var id: BrokerID
    package var lag: Int64 = 0
    /// Milliseconds since it last fetched, and since it had everything.
    package var fetchAge: Int64 = 0
    package var caughtUpAge: Int64 = 0

    package init(_ id: BrokerID) {
      self.id = id
    }
  }

  /// `nil`: the quorum is lost. Nobody answers DescribeQuorum then, and the metadata does not change any more.
  package var leader: BrokerID?
  package var epoch: Int32 = 1
  package var highWatermark: Int64 = 1000
  package var voters: [Replica]
  package var observers: [Replica] = []

  package init(voters: [BrokerID]) {
    self.voters = voters.map(Replica.init)
    leader = voters.first
  }
}
