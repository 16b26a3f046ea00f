/// One consumer in a group.
package struct GroupMember: Sendable, Hashable {
  package let id: String
  package var client: String
  package var host: String
  /// Rows of the partition table; nil where the member did not say in a form that we understand.
  package var assigned: [Int32]?

  package init(id: String, client: String, host: String, assigned: [Int32]? = nil) {
    self.id = id
    self.client = client
    self.host = host
    self.assigned = assigned
  }
}
