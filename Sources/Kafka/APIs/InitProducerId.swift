/// A producer that numbers its batches asks for the number of its own.
package struct InitProducerIdRequest: KafkaRequest {
  package static let api = KafkaAPI(.initProducerId, versions: 4...4, flexibleFrom: 2)
  package typealias Response = InitProducerIdResponse

  package var transactionalID: String?
  package var transactionTimeoutMilliseconds: Int32 = 0
  package var producerID: Int64?
  package var producerEpoch: Int16?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&transactionalID, "TransactionalId")
    try wire.field(&transactionTimeoutMilliseconds, "TransactionTimeoutMs")
    try wire.field(&producerID, "ProducerId")
    try wire.field(&producerEpoch, "ProducerEpoch")
  }
}

package struct InitProducerIdResponse: WireStruct {
  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none
  package var producerID: Int64?
  package var producerEpoch: Int16 = 0

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&producerID, "ProducerId")
    try wire.field(&producerEpoch, "ProducerEpoch")
  }
}
