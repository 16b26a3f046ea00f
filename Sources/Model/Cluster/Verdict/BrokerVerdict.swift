/// What is judged of one broker.
package struct BrokerVerdict: Sendable, Hashable {
  package let id: NodeID
  package var leaders = 0
  package var replicas = 0
  /// Of the partitions that it leads; nil while metadata cannot be believed.
  package var underReplicated: Int?
  /// Nil, too, while the minimum of any of them is unknown.
  package var underMinimum: Int?
  package var atMinimum: Int?
  /// Partitions that another broker should lead, but this one does.
  package var notPreferred: Int?
  package var changes = MetadataChanges()

  package init(id: NodeID) {
    self.id = id
  }
}
