/// A partition whose replicas are being moved.
package struct ReassignmentReading: Sendable, Hashable {
  /// Row of the partition table.
  package let partition: Int
  package let adding: [BrokerID]
  package let removing: [BrokerID]

  package init(partition: Int, adding: [BrokerID], removing: [BrokerID]) {
    self.partition = partition
    self.adding = adding
    self.removing = removing
  }
}
