/// Reads batches of records as they lie on disk. The partition's leader answers, a follower up to its high watermark.
package struct FetchRequest: KafkaRequest {
  package static let api = KafkaAPI(.fetch, versions: 11...11, flexibleFrom: 12)
  package typealias Response = FetchResponse

  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var partition: PartitionID = 0
      package var currentLeaderEpoch: Int32?
      package var fetchOffset: Int64 = 0
      package var logStartOffset: Int64?
      package var partitionMaxBytes: Int32 = 0

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partition, "Partition")
        try wire.field(&currentLeaderEpoch, "CurrentLeaderEpoch")
        try wire.field(&fetchOffset, "FetchOffset")
        try wire.field(&logStartOffset, "LogStartOffset")
        try wire.field(&partitionMaxBytes, "PartitionMaxBytes")
      }
    }

    package var topic = ""
    package var partitions: [Partition] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topic, "Topic")
      try wire.field(&partitions, "Partitions")
    }
  }

  package struct ForgottenTopic: WireStruct {
    package var topic = ""
    package var partitions: [PartitionID] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topic, "Topic")
      try wire.field(&partitions, "Partitions")
    }
  }

  package var replicaID: BrokerID?
  package var maxWaitMilliseconds: Int32 = 0
  package var minBytes: Int32 = 0
  package var maxBytes: Int32 = 0x7fffffff
  package var isolationLevel: Int8 = 0
  package var sessionID: Int32 = 0
  package var sessionEpoch: Int32?
  package var topics: [Topic] = []
  package var forgottenTopicsData: [ForgottenTopic] = []
  package var rackID = ""

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&replicaID, "ReplicaId")
    try wire.field(&maxWaitMilliseconds, "MaxWaitMs")
    try wire.field(&minBytes, "MinBytes")
    try wire.field(&maxBytes, "MaxBytes")
    try wire.field(&isolationLevel, "IsolationLevel")
    try wire.field(&sessionID, "SessionId")
    try wire.field(&sessionEpoch, "SessionEpoch")
    try wire.field(&topics, "Topics")
    try wire.field(&forgottenTopicsData, "ForgottenTopicsData")
    try wire.field(&rackID, "RackId")
  }
}

package struct FetchResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package struct AbortedTransaction: WireStruct {
        package var producerID: Int64 = 0
        package var firstOffset: Int64 = 0

        package init() {}

        package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
          try wire.field(&producerID, "ProducerId")
          try wire.field(&firstOffset, "FirstOffset")
        }
      }

      package var partitionIndex: PartitionID = 0
      package var errorCode = ErrorCode.none
      package var highWatermark: Int64?
      package var lastStableOffset: Int64?
      package var logStartOffset: Int64?
      package var abortedTransactions: [AbortedTransaction]?
      package var preferredReadReplica: BrokerID?
      package var records: [UInt8]?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&partitionIndex, "PartitionIndex")
        try wire.field(&errorCode, "ErrorCode")
        try wire.field(&highWatermark, "HighWatermark")
        try wire.field(&lastStableOffset, "LastStableOffset")
        try wire.field(&logStartOffset, "LogStartOffset")
        try wire.field(&abortedTransactions, "AbortedTransactions")
        try wire.field(&preferredReadReplica, "PreferredReadReplica")
        try wire.field(&records, "Records")
      }
    }

    package var topic = ""
    package var partitions: [Partition] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topic, "Topic")
      try wire.field(&partitions, "Partitions")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none
  package var sessionID: Int32 = 0
  package var responses: [Topic] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&sessionID, "SessionId")
    try wire.field(&responses, "Responses")
  }
}
