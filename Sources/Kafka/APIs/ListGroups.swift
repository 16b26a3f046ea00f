/// The groups that the broker asked coordinates.
package struct ListGroupsRequest: KafkaRequest {
  package static let api = KafkaAPI(.listGroups, versions: 3...5, flexibleFrom: 3)
  package typealias Response = ListGroupsResponse

  package var statesFilter: [String] = []
  package var typesFilter: [String] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    if wire.version >= 4 { try wire.field(&statesFilter, "StatesFilter") }
    if wire.version >= 5 { try wire.field(&typesFilter, "TypesFilter") }
  }
}

package struct ListGroupsResponse: WireStruct {
  package struct Group: WireStruct {
    package var groupID = ""
    package var protocolType = ""
    package var groupState = ""
    package var groupType = ""

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&groupID, "GroupId")
      try wire.field(&protocolType, "ProtocolType")
      if wire.version >= 4 { try wire.field(&groupState, "GroupState") }
      if wire.version >= 5 { try wire.field(&groupType, "GroupType") }
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none
  package var groups: [Group] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&groups, "Groups")
  }
}
