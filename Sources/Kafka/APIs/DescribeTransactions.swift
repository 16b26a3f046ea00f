/// The state of transactions. Their coordinator answers.
package struct DescribeTransactionsRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeTransactions, versions: 0...0, flexibleFrom: 0)
  package typealias Response = DescribeTransactionsResponse

  package var transactionalIDs: [String] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&transactionalIDs, "TransactionalIds")
  }
}

package struct DescribeTransactionsResponse: WireStruct {
  package struct Transaction: WireStruct {
    package struct Topic: WireStruct {
      package var topic = ""
      package var partitions: [PartitionID] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&topic, "Topic")
        try wire.field(&partitions, "Partitions")
      }
    }

    package var errorCode = ErrorCode.none
    package var transactionalID = ""
    package var transactionState = ""
    package var transactionTimeoutMilliseconds: Int32 = 0
    package var transactionStartTimeMilliseconds: Int64?
    package var producerID: Int64 = 0
    package var producerEpoch: Int16 = 0
    package var topics: [Topic] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&errorCode, "ErrorCode")
      try wire.field(&transactionalID, "TransactionalId")
      try wire.field(&transactionState, "TransactionState")
      try wire.field(&transactionTimeoutMilliseconds, "TransactionTimeoutMs")
      try wire.field(&transactionStartTimeMilliseconds, "TransactionStartTimeMs")
      try wire.field(&producerID, "ProducerId")
      try wire.field(&producerEpoch, "ProducerEpoch")
      try wire.field(&topics, "Topics")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var transactionStates: [Transaction] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&transactionStates, "TransactionStates")
  }
}
