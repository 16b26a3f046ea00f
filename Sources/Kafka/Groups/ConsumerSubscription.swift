/// What a member of a classic group wants to read, in the encoding that consumers use among themselves.
package struct ConsumerSubscription: WireStruct {
  package var topics: [String] = []
  package var userData: [UInt8]?
  package var ownedPartitions: [ConsumerPartitions] = []
  package var generationID: Int32?
  package var rackID: String?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topics, "Topics")
    try wire.field(&userData, "UserData")
    if wire.version >= 1 { try wire.field(&ownedPartitions, "OwnedPartitions") }
    if wire.version >= 2 { try wire.field(&generationID, "GenerationId") }
    if wire.version >= 3 { try wire.field(&rackID, "RackId") }
  }

  /// `nil` for empty bytes. What follows in versions to come is ignored.
  package static func read(_ bytes: [UInt8]) throws(WireError) -> ConsumerSubscription? {
    try ConsumerProtocol.read(bytes)
  }
}
