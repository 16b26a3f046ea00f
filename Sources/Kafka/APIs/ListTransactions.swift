/// The transactions that the broker asked coordinates.
package struct ListTransactionsRequest: KafkaRequest {
  package static let api = KafkaAPI(.listTransactions, versions: 0...1, flexibleFrom: 0)
  package typealias Response = ListTransactionsResponse

  package var stateFilters: [String] = []
  package var producerIDFilters: [Int64] = []
  package var durationFilter: Int64?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&stateFilters, "StateFilters")
    try wire.field(&producerIDFilters, "ProducerIdFilters")
    if wire.version >= 1 { try wire.field(&durationFilter, "DurationFilter") }
  }
}

package struct ListTransactionsResponse: WireStruct {
  package struct Transaction: WireStruct {
    package var transactionalID = ""
    package var producerID: Int64 = 0
    package var transactionState = ""

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&transactionalID, "TransactionalId")
      try wire.field(&producerID, "ProducerId")
      try wire.field(&transactionState, "TransactionState")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none
  package var unknownStateFilters: [String] = []
  package var transactionStates: [Transaction] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&unknownStateFilters, "UnknownStateFilters")
    try wire.field(&transactionStates, "TransactionStates")
  }
}
