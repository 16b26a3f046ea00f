/// Appends one batch of records per partition. The partition's leader answers, unless no acknowledgement was asked for.
package struct ProduceRequest: KafkaRequest {
  package static let api = KafkaAPI(.produce, versions: 7...8, flexibleFrom: 9)
  package typealias Response = ProduceResponse

  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package var index: PartitionID = 0
      package var records: [UInt8]?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&index, "Index")
        try wire.field(&records, "Records")
      }
    }

    package var name = ""
    package var partitionData: [Partition] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&partitionData, "PartitionData")
    }
  }

  package var transactionalID: String?
  package var acks: Int16 = 0
  package var timeoutMilliseconds: Int32 = 0
  package var topicData: [Topic] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&transactionalID, "TransactionalId")
    try wire.field(&acks, "Acks")
    try wire.field(&timeoutMilliseconds, "TimeoutMs")
    try wire.field(&topicData, "TopicData")
  }
}

package struct ProduceResponse: WireStruct {
  package struct Topic: WireStruct {
    package struct Partition: WireStruct {
      package struct RecordError: WireStruct {
        package var batchIndex: Int32 = 0
        package var batchIndexErrorMessage: String?

        package init() {}

        package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
          try wire.field(&batchIndex, "BatchIndex")
          try wire.field(&batchIndexErrorMessage, "BatchIndexErrorMessage")
        }
      }

      package var index: PartitionID = 0
      package var errorCode = ErrorCode.none
      package var baseOffset: Int64?
      package var logAppendTimeMilliseconds: Int64?
      package var logStartOffset: Int64?
      package var recordErrors: [RecordError] = []
      package var errorMessage: String?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&index, "Index")
        try wire.field(&errorCode, "ErrorCode")
        try wire.field(&baseOffset, "BaseOffset")
        try wire.field(&logAppendTimeMilliseconds, "LogAppendTimeMs")
        try wire.field(&logStartOffset, "LogStartOffset")
        if wire.version >= 8 {
          try wire.field(&recordErrors, "RecordErrors")
          try wire.field(&errorMessage, "ErrorMessage")
        }
      }
    }

    package var name = ""
    package var partitionResponses: [Partition] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&partitionResponses, "PartitionResponses")
    }
  }

  package var responses: [Topic] = []
  package var throttleTimeMilliseconds: Int32 = 0

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&responses, "Responses")
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
  }
}
