/// A member of a classic group asks for its share; the leader's request brings everybody's.
package struct SyncGroupRequest: KafkaRequest {
  package static let api = KafkaAPI(.syncGroup, versions: 3...3, flexibleFrom: 4)
  package typealias Response = SyncGroupResponse

  package struct Assignment: WireStruct {
    package var memberID = ""
    package var assignment: [UInt8] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&memberID, "MemberId")
      try wire.field(&assignment, "Assignment")
    }
  }

  package var groupID = ""
  package var generationID: Int32 = 0
  package var memberID = ""
  package var groupInstanceID: String?
  package var assignments: [Assignment] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groupID, "GroupId")
    try wire.field(&generationID, "GenerationId")
    try wire.field(&memberID, "MemberId")
    try wire.field(&groupInstanceID, "GroupInstanceId")
    try wire.field(&assignments, "Assignments")
  }
}

package struct SyncGroupResponse: WireStruct {
  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none
  package var assignment: [UInt8] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&assignment, "Assignment")
  }
}
