/// How far share groups have come. Their coordinator answers.
package struct DescribeShareGroupOffsetsRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeShareGroupOffsets, versions: 0...1, flexibleFrom: 0)
  package typealias Response = DescribeShareGroupOffsetsResponse

  package struct Group: WireStruct {
    package struct Topic: WireStruct {
      package var topicName = ""
      package var partitions: [PartitionID] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&topicName, "TopicName")
        try wire.field(&partitions, "Partitions")
      }
    }

    package var groupID = ""
    package var topics: [Topic]?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&groupID, "GroupId")
      try wire.field(&topics, "Topics")
    }
  }

  package var groups: [Group] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groups, "Groups")
  }
}

package struct DescribeShareGroupOffsetsResponse: WireStruct {
  package struct Group: WireStruct {
    package struct Topic: WireStruct {
      package struct Partition: WireStruct {
        package var partitionIndex: PartitionID = 0
        package var startOffset: Int64?
        package var leaderEpoch: Int32?
        package var lag: Int64?
        package var errorCode = ErrorCode.none
        package var errorMessage: String?

        package init() {}

        package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
          try wire.field(&partitionIndex, "PartitionIndex")
          try wire.field(&startOffset, "StartOffset")
          try wire.field(&leaderEpoch, "LeaderEpoch")
          if wire.version >= 1 { try wire.field(&lag, "Lag") }
          try wire.field(&errorCode, "ErrorCode")
          try wire.field(&errorMessage, "ErrorMessage")
        }
      }

      package var topicName = ""
      package var topicID = KafkaUUID()
      package var partitions: [Partition] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&topicName, "TopicName")
        try wire.field(&topicID, "TopicId")
        try wire.field(&partitions, "Partitions")
      }
    }

    package var groupID = ""
    package var topics: [Topic] = []
    package var errorCode = ErrorCode.none
    package var errorMessage: String?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&groupID, "GroupId")
      try wire.field(&topics, "Topics")
      try wire.field(&errorCode, "ErrorCode")
      try wire.field(&errorMessage, "ErrorMessage")
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
