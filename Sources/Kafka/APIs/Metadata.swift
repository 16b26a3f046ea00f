/// Which brokers, topics, leaders and replicas there are, as far as the broker asked knows. Any broker answers.
package struct MetadataRequest: KafkaRequest {
  package static let api = KafkaAPI(.metadata, versions: 8...12, codedFrom: 4, flexibleFrom: 9)
  package typealias Response = MetadataResponse

  package struct Topic: WireStruct {
    package var topicID = KafkaUUID()
    package var name: String?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      if wire.version >= 10 { try wire.field(&topicID, "TopicId") }
      try wire.field(&name, "Name")
    }
  }

  package var topics: [Topic]?
  package var allowAutoTopicCreation = false
  package var includeClusterAuthorizedOperations = false
  package var includeTopicAuthorizedOperations = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topics, "Topics")
    try wire.field(&allowAutoTopicCreation, "AllowAutoTopicCreation")
    if 8...10 ~= wire.version {
      try wire.field(&includeClusterAuthorizedOperations, "IncludeClusterAuthorizedOperations")
    }
    if wire.version >= 8 {
      try wire.field(&includeTopicAuthorizedOperations, "IncludeTopicAuthorizedOperations")
    }
  }
}

package struct MetadataResponse: WireStruct {
  package struct Broker: WireStruct {
    package var nodeID: BrokerID = 0
    package var host = ""
    package var port: Int32 = 0
    package var rack: String?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&nodeID, "NodeId")
      try wire.field(&host, "Host")
      try wire.field(&port, "Port")
      try wire.field(&rack, "Rack")
    }
  }

  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var errorCode = ErrorCode.none
      package var partitionIndex: PartitionID = 0
      package var leaderID: BrokerID?
      package var leaderEpoch: Int32?
      package var replicaNodes: [BrokerID] = []
      package var isrNodes: [BrokerID] = []
      package var offlineReplicas: [BrokerID] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&errorCode, "ErrorCode")
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&leaderID, "LeaderId")
        if wire.version >= 7 { try wire.field(&leaderEpoch, "LeaderEpoch") }
        try wire.field(&replicaNodes, "ReplicaNodes")
        try wire.field(&isrNodes, "IsrNodes")
        if wire.version >= 5 { try wire.field(&offlineReplicas, "OfflineReplicas") }
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
      if wire.version >= 10 { try wire.field(&topicID, "TopicId") }
      try wire.field(&isInternal, "IsInternal")
      try wire.field(&partitions, "Partitions")
      if wire.version >= 8 { try wire.field(&topicAuthorizedOperations, "TopicAuthorizedOperations") }
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var brokers: [Broker] = []
  package var clusterID: String?
  package var controllerID: BrokerID?
  package var topics: [Topic] = []
  package var clusterAuthorizedOperations = AuthorizedOperations()

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&brokers, "Brokers")
    try wire.field(&clusterID, "ClusterId")
    try wire.field(&controllerID, "ControllerId")
    try wire.field(&topics, "Topics")
    if 8...10 ~= wire.version { try wire.field(&clusterAuthorizedOperations, "ClusterAuthorizedOperations") }
  }
}
