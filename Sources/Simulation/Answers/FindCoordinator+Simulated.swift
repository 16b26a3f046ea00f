import Kafka

extension FindCoordinatorRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<FindCoordinatorResponse> {
    .reply(
      FindCoordinatorResponse {
        $0.coordinators = coordinatorKeys.map { key in
          let id = keyType == 1 ? cluster.coordinator(ofTransaction: key) : cluster.coordinator(of: key)
          return FindCoordinatorResponse.Coordinator(key: key, id.flatMap { cluster[node: $0] })
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout FindCoordinatorResponse) {
    response.coordinators = response.coordinators.map { old in
      var refused = FindCoordinatorResponse.Coordinator(key: old.key, nil)
      refused.errorCode = error
      return refused
    }
  }
}

extension FindCoordinatorResponse.Coordinator {
  fileprivate init(key: String?, _ node: SimulatedNode?) {
    self.init()
    self.key = key
    nodeID = node?.id
    host = node == nil ? "" : Simulation.host
    port = node.map { Int32($0.port) } ?? -1
    errorCode = node == nil ? .coordinatorNotAvailable : .none
  }
}
