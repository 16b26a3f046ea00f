package import Kafka

/// Brokers that a partition is being moved to and from.
package struct SimulatedReassignment: Sendable {
  package var adding: [BrokerID]
  package var removing: [BrokerID]

  package init(adding: [BrokerID], removing: [BrokerID] = []) {
    self.adding = adding
    self.removing = removing
  }
}
