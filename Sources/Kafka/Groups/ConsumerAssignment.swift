/// The partitions of a member of a classic group, in the encoding that consumers use among themselves.
///
/// Brokers hand it on unread, so it can hold anything.
package struct ConsumerAssignment: WireStruct {
  package var partitions: [ConsumerPartitions] = []
  package var userData: [UInt8]?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&partitions, "AssignedPartitions")
    try wire.field(&userData, "UserData")
  }

  /// `nil` for the empty bytes of a member that has no assignment. What follows in versions to come is ignored.
  package static func read(_ bytes: [UInt8]) throws(WireError) -> ConsumerAssignment? {
    try ConsumerProtocol.read(bytes)
  }
}
