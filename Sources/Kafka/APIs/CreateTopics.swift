/// Creates topics: the canary's own, nothing else.
package struct CreateTopicsRequest: KafkaRequest {
  package static let api = KafkaAPI(.createTopics, versions: 5...6, flexibleFrom: 5)
  package typealias Response = CreateTopicsResponse

  package struct Topic: WireStruct {
    package struct Assignment: WireStruct {
      package var partitionIndex: PartitionID = 0
      package var brokerIDs: [BrokerID] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&brokerIDs, "BrokerIds")
      }
    }

    package struct Config: WireStruct {
      package var name = ""
      package var value: String?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&name, "Name")
        try wire.field(&value, "Value")
      }
    }

    package var name = ""
    package var numPartitions: Int32?
    package var replicationFactor: Int16?
    package var assignments: [Assignment] = []
    package var configs: [Config] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&numPartitions, "NumPartitions")
      try wire.field(&replicationFactor, "ReplicationFactor")
      try wire.field(&assignments, "Assignments")
      try wire.field(&configs, "Configs")
    }
  }

  package var topics: [Topic] = []
  package var timeoutMilliseconds: Int32 = 60000
  package var validateOnly = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topics, "Topics")
    try wire.field(&timeoutMilliseconds, "TimeoutMs")
    try wire.field(&validateOnly, "ValidateOnly")
  }
}

package struct CreateTopicsResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Config: WireStruct {
      package var name = ""
      package var value: String?
      package var readOnly = false
      package var configSource: Int8?
      package var isSensitive = false

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&name, "Name")
        try wire.field(&value, "Value")
        try wire.field(&readOnly, "ReadOnly")
        try wire.field(&configSource, "ConfigSource")
        try wire.field(&isSensitive, "IsSensitive")
      }
    }

    package var name = ""
    package var errorCode = ErrorCode.none
    package var errorMessage: String?
    package var topicConfigErrorCode = ErrorCode.none
    package var numPartitions: Int32?
    package var replicationFactor: Int16?
    package var configs: [Config]?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&errorCode, "ErrorCode")
      try wire.field(&errorMessage, "ErrorMessage")
      try wire.field(&numPartitions, "NumPartitions")
      try wire.field(&replicationFactor, "ReplicationFactor")
      try wire.field(&configs, "Configs")
    }

    package static var knownTags: Range<UInt32> { 0..<1 }

    package mutating func taggedField<Coder: WireCoder>(_ tag: UInt32, _ wire: inout Coder) throws(WireError)
    {
      switch tag {
      case 0: try wire.field(&topicConfigErrorCode, "TopicConfigErrorCode")
      default: break
      }
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
