/// A member of a classic group says that it is alive, and hears whether the group is changing.
package struct HeartbeatRequest: KafkaRequest {
  package static let api = KafkaAPI(.heartbeat, versions: 3...3, flexibleFrom: 4)
  package typealias Response = HeartbeatResponse

  package var groupID = ""
  package var generationID: Int32 = 0
  package var memberID = ""
  package var groupInstanceID: String?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groupID, "GroupId")
    try wire.field(&generationID, "GenerationId")
    try wire.field(&memberID, "MemberId")
    try wire.field(&groupInstanceID, "GroupInstanceId")
  }
}

package struct HeartbeatResponse: WireStruct {
  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
  }
}
