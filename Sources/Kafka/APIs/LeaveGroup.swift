/// A member of a classic group goes.
package struct LeaveGroupRequest: KafkaRequest {
  package static let api = KafkaAPI(.leaveGroup, versions: 1...1, flexibleFrom: 4)
  package typealias Response = LeaveGroupResponse

  package var groupID = ""
  package var memberID = ""

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groupID, "GroupId")
    try wire.field(&memberID, "MemberId")
  }
}

package struct LeaveGroupResponse: WireStruct {
  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
  }
}
