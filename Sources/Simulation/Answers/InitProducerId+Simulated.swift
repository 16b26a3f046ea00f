import Kafka

/// There are ids for producers that want to be told apart, and no transactions.
extension InitProducerIdRequest: SimulatedRequest {
  var changesCluster: Bool { true }

  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<InitProducerIdResponse> {
    .reply(
      InitProducerIdResponse {
        guard transactionalID == nil else {
          $0.errorCode = .transactionalIDAuthorizationFailed
          return
        }
        $0.producerID = Int64(clamping: cluster.newIdentifier())
      })
  }

  static func put(_ error: ErrorCode, into response: inout InitProducerIdResponse) {
    response.errorCode = error
    response.producerID = nil
  }
}
