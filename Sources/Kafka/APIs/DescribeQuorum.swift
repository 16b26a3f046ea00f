/// How far the voters and observers of the KRaft quorum have come. Any KRaft broker answers, if there is a quorum leader.
package struct DescribeQuorumRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeQuorum, versions: 0...2, flexibleFrom: 0)
  package typealias Response = DescribeQuorumResponse

  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var partitionIndex: PartitionID = 0

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
      }
    }

    package var topicName = ""
    package var partitions: [Partition] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topicName, "TopicName")
      try wire.field(&partitions, "Partitions")
    }
  }

  package var topics: [Topic] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topics, "Topics")
  }
}

package struct DescribeQuorumResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var partitionIndex: PartitionID = 0
      package var errorCode = ErrorCode.none
      package var errorMessage: String?
      package var leaderID: BrokerID?
      package var leaderEpoch: Int32?
      package var highWatermark: Int64?
      package var currentVoters: [Replica] = []
      package var observers: [Replica] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&errorCode, "ErrorCode")
        if wire.version >= 2 { try wire.field(&errorMessage, "ErrorMessage") }
        try wire.field(&leaderID, "LeaderId")
        try wire.field(&leaderEpoch, "LeaderEpoch")
        try wire.field(&highWatermark, "HighWatermark")
        try wire.field(&currentVoters, "CurrentVoters")
        try wire.field(&observers, "Observers")
      }
    }

    package var topicName = ""
    package var partitions: [Partition] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topicName, "TopicName")
      try wire.field(&partitions, "Partitions")
    }
  }

  package struct Node: WireStruct {
    package struct Listener: WireStruct {
      package var name = ""
      package var host = ""
      package var port: UInt16 = 0

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&name, "Name")
        try wire.field(&host, "Host")
        try wire.field(&port, "Port")
      }
    }

    package var nodeID: BrokerID = 0
    package var listeners: [Listener] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&nodeID, "NodeId")
      try wire.field(&listeners, "Listeners")
    }
  }

  package struct Replica: WireStruct {
    package var replicaID: BrokerID = 0
    package var replicaDirectoryID = KafkaUUID()
    package var logEndOffset: Int64?
    package var lastFetchTimestamp: Int64?
    package var lastCaughtUpTimestamp: Int64?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&replicaID, "ReplicaId")
      if wire.version >= 2 { try wire.field(&replicaDirectoryID, "ReplicaDirectoryId") }
      try wire.field(&logEndOffset, "LogEndOffset")
      if wire.version >= 1 {
        try wire.field(&lastFetchTimestamp, "LastFetchTimestamp")
        try wire.field(&lastCaughtUpTimestamp, "LastCaughtUpTimestamp")
      }
    }
  }

  package var errorCode = ErrorCode.none
  package var errorMessage: String?
  package var topics: [Topic] = []
  package var nodes: [Node] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&errorCode, "ErrorCode")
    if wire.version >= 2 { try wire.field(&errorMessage, "ErrorMessage") }
    try wire.field(&topics, "Topics")
    if wire.version >= 2 { try wire.field(&nodes, "Nodes") }
  }
}
