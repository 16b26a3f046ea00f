import Model

/// What a coordinator tells of one group when it is asked to describe it, whatever the kind.
struct GroupDetails: Sendable, Hashable {
  struct Assigned: Sendable, Hashable {
    let topic: String
    let partitions: [Int32]
  }

  struct Member: Sendable, Hashable {
    let id: String
    let client: String
    let host: String
    /// Nil where the member did not say in a form that we understand.
    let assigned: [Assigned]?

    init(id: String, client: String, host: String, assigned: [Assigned]?) {
      self.id = id
      self.client = client
      // Brokers print a Java address: `/10.0.0.1`.
      self.host = host.hasPrefix("/") ? String(host.dropFirst()) : host
      self.assigned = assigned
    }
  }

  var state: GroupState?
  var protocolName: String?
  var epoch: Int32?
  var members: [Member]
}
