/// The producers that have state in a partition. A broker that hosts the partition answers.
package struct DescribeProducersRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeProducers, versions: 0...0, flexibleFrom: 0)
  package typealias Response = DescribeProducersResponse

  package struct Topic: WireStruct {
    package var name = ""
    package var partitionIndexes: [PartitionID] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&partitionIndexes, "PartitionIndexes")
    }
  }

  package var topics: [Topic] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topics, "Topics")
  }
}

package struct DescribeProducersResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package struct Producer: WireStruct {
        package var producerID: Int64 = 0
        package var producerEpoch: Int32 = 0
        package var lastSequence: Int32?
        package var lastTimestamp: Int64?
        package var coordinatorEpoch: Int32 = 0
        package var currentTransactionStartOffset: Int64?

        package init() {}

        package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
          try wire.field(&producerID, "ProducerId")
          try wire.field(&producerEpoch, "ProducerEpoch")
          try wire.field(&lastSequence, "LastSequence")
          try wire.field(&lastTimestamp, "LastTimestamp")
          try wire.field(&coordinatorEpoch, "CoordinatorEpoch")
          try wire.field(&currentTransactionStartOffset, "CurrentTxnStartOffset")
        }
      }

      package var partitionIndex: PartitionID = 0
      package var errorCode = ErrorCode.none
      package var errorMessage: String?
      package var activeProducers: [Producer] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&errorCode, "ErrorCode")
        try wire.field(&errorMessage, "ErrorMessage")
        try wire.field(&activeProducers, "ActiveProducers")
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
