/// The partitions that are being moved to other brokers. Any broker answers; with ZooKeeper the controller only.
package struct ListPartitionReassignmentsRequest: KafkaRequest {
  package static let api = KafkaAPI(.listPartitionReassignments, versions: 0...0, flexibleFrom: 0)
  package typealias Response = ListPartitionReassignmentsResponse

  package struct Topic: WireStruct {
    package var name = ""
    package var partitionIndexes: [PartitionID] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&partitionIndexes, "PartitionIndexes")
    }
  }

  package var timeoutMilliseconds: Int32 = 60000
  package var topics: [Topic]?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&timeoutMilliseconds, "TimeoutMs")
    try wire.field(&topics, "Topics")
  }
}

package struct ListPartitionReassignmentsResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var partitionIndex: PartitionID = 0
      package var replicas: [BrokerID] = []
      package var addingReplicas: [BrokerID] = []
      package var removingReplicas: [BrokerID] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&replicas, "Replicas")
        try wire.field(&addingReplicas, "AddingReplicas")
        try wire.field(&removingReplicas, "RemovingReplicas")
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
  package var errorCode = ErrorCode.none
  package var errorMessage: String?
  package var topics: [Topic] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&errorMessage, "ErrorMessage")
    try wire.field(&topics, "Topics")
  }
}
