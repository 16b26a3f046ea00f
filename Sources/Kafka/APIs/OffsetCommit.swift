/// A group says how far it has come. Its coordinator answers.
package struct OffsetCommitRequest: KafkaRequest {
  package static let api = KafkaAPI(.offsetCommit, versions: 7...7, flexibleFrom: 8)
  package typealias Response = OffsetCommitResponse

  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var partitionIndex: PartitionID = 0
      package var committedOffset: Int64 = 0
      package var committedLeaderEpoch: Int32?
      package var committedMetadata: String?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&committedOffset, "CommittedOffset")
        try wire.field(&committedLeaderEpoch, "CommittedLeaderEpoch")
        try wire.field(&committedMetadata, "CommittedMetadata")
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

  package var groupID = ""
  package var generationID: Int32?
  package var memberID = ""
  package var groupInstanceID: String?
  package var topics: [Topic] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groupID, "GroupId")
    try wire.field(&generationID, "GenerationIdOrMemberEpoch")
    try wire.field(&memberID, "MemberId")
    try wire.field(&groupInstanceID, "GroupInstanceId")
    try wire.field(&topics, "Topics")
  }
}

package struct OffsetCommitResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var partitionIndex: PartitionID = 0
      package var errorCode = ErrorCode.none

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
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

  package var throttleTimeMilliseconds: Int32 = 0
  package var topics: [Topic] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&topics, "Topics")
  }
}
