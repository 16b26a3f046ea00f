/// The state and members of classic groups. Their coordinator answers.
package struct DescribeGroupsRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeGroups, versions: 5...6, flexibleFrom: 5)
  package typealias Response = DescribeGroupsResponse

  package var groups: [String] = []
  package var includeAuthorizedOperations = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groups, "Groups")
    try wire.field(&includeAuthorizedOperations, "IncludeAuthorizedOperations")
  }
}

package struct DescribeGroupsResponse: WireStruct {
  package struct Group: WireStruct {
    package struct Member: WireStruct {
      package var memberID = ""
      package var groupInstanceID: String?
      package var clientID = ""
      package var clientHost = ""
      package var memberMetadata: [UInt8] = []
      package var memberAssignment: [UInt8] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&memberID, "MemberId")
        try wire.field(&groupInstanceID, "GroupInstanceId")
        try wire.field(&clientID, "ClientId")
        try wire.field(&clientHost, "ClientHost")
        try wire.field(&memberMetadata, "MemberMetadata")
        try wire.field(&memberAssignment, "MemberAssignment")
      }
    }

    package var errorCode = ErrorCode.none
    package var errorMessage: String?
    package var groupID = ""
    package var groupState = ""
    package var protocolType = ""
    package var protocolData = ""
    package var members: [Member] = []
    package var authorizedOperations = AuthorizedOperations()

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&errorCode, "ErrorCode")
      if wire.version >= 6 { try wire.field(&errorMessage, "ErrorMessage") }
      try wire.field(&groupID, "GroupId")
      try wire.field(&groupState, "GroupState")
      try wire.field(&protocolType, "ProtocolType")
      try wire.field(&protocolData, "ProtocolData")
      try wire.field(&members, "Members")
      try wire.field(&authorizedOperations, "AuthorizedOperations")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var groups: [Group] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&groups, "Groups")
  }
}
