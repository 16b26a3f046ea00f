package import Kafka

/// A transaction as its coordinator knows it.
package struct SimulatedTransaction: Sendable {
  package var state = "Ongoing"
  package var producerID: Int64
  package var producerEpoch: Int16 = 0
  package var timeoutMilliseconds: Int32 = 60_000
  /// Wall clock, milliseconds.
  package var startMilliseconds: Int64?
  package var partitions: [String: [PartitionID]] = [:]
  /// `nil`: the controller.
  package var coordinator: BrokerID?

  package init(producerID: Int64) {
    self.producerID = producerID
  }
}
