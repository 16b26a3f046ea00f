/// Topics page by page, with the replicas that may become leader. Any KRaft broker since 3.8 answers.
package struct DescribeTopicPartitionsRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeTopicPartitions, versions: 0...0, flexibleFrom: 0)
  package typealias Response = DescribeTopicPartitionsResponse

  package struct Topic: WireStruct {
    package var name = ""

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
    }
  }

  package struct Cursor: WireStruct {
    package var topicName = ""
    package var partitionIndex: PartitionID = 0

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topicName, "TopicName")
      try wire.field(&partitionIndex, "PartitionIndex")
    }
  }

  package var topics: [Topic] = []
  package var responsePartitionLimit: Int32 = 2000
  package var cursor: Cursor?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topics, "Topics")
    try wire.field(&responsePartitionLimit, "ResponsePartitionLimit")
    try wire.field(&cursor, "Cursor")
  }
}

package struct DescribeTopicPartitionsResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var errorCode = ErrorCode.none
      package var partitionIndex: PartitionID = 0
      package var leaderID: BrokerID?
      package var leaderEpoch: Int32?
      package var replicaNodes: [BrokerID] = []
      package var isrNodes: [BrokerID] = []
      package var eligibleLeaderReplicas: [BrokerID]?
      package var lastKnownElr: [BrokerID]?
      package var offlineReplicas: [BrokerID] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&errorCode, "ErrorCode")
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&leaderID, "LeaderId")
        try wire.field(&leaderEpoch, "LeaderEpoch")
        try wire.field(&replicaNodes, "ReplicaNodes")
        try wire.field(&isrNodes, "IsrNodes")
        try wire.field(&eligibleLeaderReplicas, "EligibleLeaderReplicas")
        try wire.field(&lastKnownElr, "LastKnownElr")
        try wire.field(&offlineReplicas, "OfflineReplicas")
      }
    }

    package var errorCode = ErrorCode.none
    package var name: String?
    package var topicID = KafkaUUID()
    package var isInternal = false
    package var partitions: [Partition] = []
    package var topicAuthorizedOperations = AuthorizedOperations()

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&errorCode, "ErrorCode")
      try wire.field(&name, "Name")
      try wire.field(&topicID, "TopicId")
      try wire.field(&isInternal, "IsInternal")
      try wire.field(&partitions, "Partitions")
      try wire.field(&topicAuthorizedOperations, "TopicAuthorizedOperations")
    }
  }

  package struct Cursor: WireStruct {
    package var topicName = ""
    package var partitionIndex: PartitionID = 0

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topicName, "TopicName")
      try wire.field(&partitionIndex, "PartitionIndex")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var topics: [Topic] = []
  package var nextCursor: Cursor?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&topics, "Topics")
    try wire.field(&nextCursor, "NextCursor")
  }
}
