/// What groups have committed. Their coordinator answers.
///
/// Versions 6 and 7 ask about exactly one group; their reply does not name it.
package struct OffsetFetchRequest: KafkaRequest {
  package static let api = KafkaAPI(.offsetFetch, versions: 6...9, flexibleFrom: 6)
  package typealias Response = OffsetFetchResponse

  package struct Group: WireStruct {
    package struct Topic: WireStruct {
      package var name = ""
      package var partitionIndexes: [PartitionID] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&name, "Name")
        try wire.field(&partitionIndexes, "PartitionIndexes")
      }
    }

    package var groupID = ""
    package var memberID: String?
    package var memberEpoch: Int32?
    /// `nil`: everything that the group has committed.
    package var topics: [Topic]?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&groupID, "GroupId")
      if wire.version >= 9 {
        try wire.field(&memberID, "MemberId")
        try wire.field(&memberEpoch, "MemberEpoch")
      }
      try wire.field(&topics, "Topics")
    }
  }

  package var groups: [Group] = []
  package var requireStable = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    if wire.version >= 8 {
      try wire.field(&groups, "Groups")
    } else {
      try wire.only(&groups) { group, wire throws(WireError) in try group.fields(&wire) }
    }
    if wire.version >= 7 { try wire.field(&requireStable, "RequireStable") }
  }
}

package struct OffsetFetchResponse: WireStruct {
  package struct Group: WireStruct {
    package struct Topic: WireStruct {
      package struct Partition: WireStruct {
        package var partitionIndex: PartitionID = 0
        package var committedOffset: Int64?
        package var committedLeaderEpoch: Int32?
        package var metadata: String?
        package var errorCode = ErrorCode.none

        package init() {}

        package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
          try wire.field(&partitionIndex, "PartitionIndex")
          try wire.field(&committedOffset, "CommittedOffset")
          try wire.field(&committedLeaderEpoch, "CommittedLeaderEpoch")
          try wire.field(&metadata, "Metadata")
          try wire.field(&errorCode, "ErrorCode")
        }
      }

      package var name = ""
      package var partitions: [Partition] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&name, "Name")
        try wire.field(&partitions, "Partitions")
      }
    }

    /// `nil` before version 8: the group that was asked about.
    package var groupID: String?
    package var topics: [Topic] = []
    package var errorCode = ErrorCode.none

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      if wire.version >= 8 { try wire.fieldIfKnown(&groupID, "GroupId") }
      try wire.field(&topics, "Topics")
      try wire.field(&errorCode, "ErrorCode")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var groups: [Group] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    if wire.version >= 8 {
      try wire.field(&groups, "Groups")
    } else {
      try wire.only(&groups) { group, wire throws(WireError) in try group.fields(&wire) }
    }
  }
}
