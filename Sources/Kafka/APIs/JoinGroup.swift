/// A consumer enters a classic group, or takes part in its next round. The coordinator answers when the round is over.
package struct JoinGroupRequest: KafkaRequest {
  package static let api = KafkaAPI(.joinGroup, versions: 5...5, flexibleFrom: 6)
  package typealias Response = JoinGroupResponse

  package struct GroupProtocol: WireStruct {
    package var name = ""
    package var metadata: [UInt8] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&metadata, "Metadata")
    }
  }

  package var groupID = ""
  package var sessionTimeoutMilliseconds: Int32 = 0
  package var rebalanceTimeoutMilliseconds: Int32?
  package var memberID = ""
  package var groupInstanceID: String?
  package var protocolType = ""
  package var protocols: [GroupProtocol] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groupID, "GroupId")
    try wire.field(&sessionTimeoutMilliseconds, "SessionTimeoutMs")
    try wire.field(&rebalanceTimeoutMilliseconds, "RebalanceTimeoutMs")
    try wire.field(&memberID, "MemberId")
    try wire.field(&groupInstanceID, "GroupInstanceId")
    try wire.field(&protocolType, "ProtocolType")
    try wire.field(&protocols, "Protocols")
  }
}

package struct JoinGroupResponse: WireStruct {
  package struct Member: WireStruct {
    package var memberID = ""
    package var groupInstanceID: String?
    package var metadata: [UInt8] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&memberID, "MemberId")
      try wire.field(&groupInstanceID, "GroupInstanceId")
      try wire.field(&metadata, "Metadata")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none
  package var generationID: Int32?
  package var protocolName = ""
  package var leader = ""
  package var memberID = ""
  package var members: [Member] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&generationID, "GenerationId")
    try wire.field(&protocolName, "ProtocolName")
    try wire.field(&leader, "Leader")
    try wire.field(&memberID, "MemberId")
    try wire.field(&members, "Members")
  }
}
