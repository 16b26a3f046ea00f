/// Which broker coordinates a group or a transaction. Any broker answers, and creates the coordinator's topic if there is none:
/// a monitor must know from Metadata that it exists before it asks.
///
/// Versions before 4 ask about exactly one key; their replies do not name it.
package struct FindCoordinatorRequest: KafkaRequest {
  package static let api = KafkaAPI(.findCoordinator, versions: 3...4, codedFrom: 2, flexibleFrom: 3)
  package typealias Response = FindCoordinatorResponse

  package var keyType: Int8 = 0
  package var coordinatorKeys: [String] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    if wire.version <= 3 {
      try wire.only(&coordinatorKeys) { key, wire throws(WireError) in try wire.field(&key, "Key") }
    }
    try wire.field(&keyType, "KeyType")
    if wire.version >= 4 { try wire.field(&coordinatorKeys, "CoordinatorKeys") }
  }
}

package struct FindCoordinatorResponse: WireStruct {
  package struct Coordinator: WireStruct {
    /// `nil` before version 4: the key that was asked about.
    package var key: String?
    package var nodeID: BrokerID?
    package var host = ""
    package var port: Int32 = 0
    package var errorCode = ErrorCode.none
    package var errorMessage: String?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.fieldIfKnown(&key, "Key")
      try address(&wire)
      try outcome(&wire)
    }

    fileprivate mutating func address<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&nodeID, "NodeId")
      try wire.field(&host, "Host")
      try wire.field(&port, "Port")
    }

    fileprivate mutating func outcome<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&errorCode, "ErrorCode")
      try wire.field(&errorMessage, "ErrorMessage")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var coordinators: [Coordinator] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    if wire.version >= 4 {
      try wire.field(&coordinators, "Coordinators")
    } else {
      try wire.only(&coordinators) { coordinator, wire throws(WireError) in
        try coordinator.outcome(&wire)
        try coordinator.address(&wire)
      }
    }
  }
}
