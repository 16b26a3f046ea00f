/// A partition whose replicas are being moved.
package struct ReassignmentReading: Sendable, Hashable {
  /// Row of the partition table.
  package let partition: Int
  package let adding: [NodeID]
  package let removing: [NodeID]
  /// What the adding replicas lack of the leader's copy; nil where a broker does not say how large its copies are.
  package var remainingBytes: Int64?

  package init(partition: Int, adding: [NodeID], removing: [NodeID]) {
    self.partition = partition
    self.adding = adding
    self.removing = removing
  }
}
