/// Where a partition's log begins and ends, or which offset was written at a time. The partition's leader answers.
package struct ListOffsetsRequest: KafkaRequest {
  package static let api = KafkaAPI(.listOffsets, versions: 4...8, codedFrom: 2, flexibleFrom: 6)
  package typealias Response = ListOffsetsResponse

  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var partitionIndex: PartitionID = 0
      package var currentLeaderEpoch: Int32?
      package var timestamp: Int64 = 0

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
        if wire.version >= 4 { try wire.field(&currentLeaderEpoch, "CurrentLeaderEpoch") }
        try wire.field(&timestamp, "Timestamp")
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

  package var replicaID: BrokerID?
  package var isolationLevel: Int8 = 0
  package var topics: [Topic] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&replicaID, "ReplicaId")
    try wire.field(&isolationLevel, "IsolationLevel")
    try wire.field(&topics, "Topics")
  }
}

package struct ListOffsetsResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var partitionIndex: PartitionID = 0
      package var errorCode = ErrorCode.none
      package var timestamp: Int64?
      package var offset: Int64?
      package var leaderEpoch: Int32?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&errorCode, "ErrorCode")
        try wire.field(&timestamp, "Timestamp")
        try wire.field(&offset, "Offset")
        if wire.version >= 4 { try wire.field(&leaderEpoch, "LeaderEpoch") }
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
