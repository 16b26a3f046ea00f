import Kafka

extension DescribeClusterRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<DescribeClusterResponse> {
    .reply(
      DescribeClusterResponse {
        $0.endpointType = endpointType
        $0.clusterID = cluster.id
        let wantsControllers = endpointType == 2
        guard wantsControllers == (cluster[node: question.broker]?.isBroker == false) else {
          $0.errorCode = .mismatchedEndpointType
          $0.errorMessage = "This is the listener of a \(wantsControllers ? "broker" : "controller")."
          return
        }
        let voters = Set(cluster.quorum?.voters.map(\.id) ?? [])
        let shown = cluster.nodes.filter { node in
          wantsControllers
            ? voters.contains(node.id) : node.isBroker && (includeFencedBrokers || !node.isFenced)
        }
        $0.controllerID = wantsControllers ? cluster.quorum?.leader : cluster.controller
        $0.brokers = shown.map(DescribeClusterResponse.Broker.init)
      })
  }

  static func put(_ error: ErrorCode, into response: inout DescribeClusterResponse) {
    response.errorCode = error
    response.brokers = []
  }
}

extension DescribeClusterResponse.Broker {
  init(_ node: SimulatedNode) {
    self.init()
    brokerID = node.id
    host = node.advertisedHost ?? Simulation.host
    port = Int32(node.advertisedPort ?? node.port)
    rack = node.rack
    isFenced = node.isFenced
  }
}
