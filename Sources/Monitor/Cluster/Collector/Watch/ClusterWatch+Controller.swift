import Kafka
import Model

// A node that is only a controller knows of no topics and groups: it is asked for the quorum, and who the controllers are.
extension ClusterWatch {
  private static let controllerEndpoints: Int8 = 2

  /// Whether it is no broker that answers there, but a controller.
  func isController(
    _ asking: CycleAsking, _ failure: KafkaError, at address: BrokerAddress
  ) async -> Bool {
    guard case .unsupportedAPI = failure.kind, failure.api == .metadata else { return false }
    return await asking.versions(of: address)?.version(of: DescribeQuorumRequest.api) != nil
  }

  func readController(
    _ asking: CycleAsking, at address: BrokerAddress
  ) async throws(CollectorError) -> ClusterSection {
    let request = DescribeClusterRequest { $0.endpointType = Self.controllerEndpoints }
    let response: DescribeClusterResponse
    switch await asking.attempt(request, address, for: "controllers") {
    case .success(let answer): response = answer
    case .failure(let error): throw CollectorError(.unreachable, error.description)
    }
    guard !asking.refuses(response.errorCode, .describeCluster, for: "controllers") else {
      throw CollectorError(.refused, "The controller at \(address) refuses: \(response.errorCode).")
    }
    let listed = response.brokers.map(Registration.init)
    let addresses = Dictionary(
      response.brokers.compactMap { node in
        BrokerAddress(node.host, node.port).map { (node.brokerID.rawValue, $0) }
      }, uniquingKeysWith: { first, _ in first })
    let leader = response.controllerID?.rawValue
    await client.keep(only: Set([address] + [leader].compactMap { $0.flatMap { addresses[$0] } }))
    var reading = ClusterReading()
    // A controller offers too few APIs to tell its release by.
    reading.identity = ClusterIdentity(id: response.clusterID, kind: .kraft)
    reading.brokers = listed.map { node in
      BrokerReading(
        id: node.id, host: node.host, port: node.port, rack: node.rack,
        answers: addresses[node.id] == address ? true : nil)
    }.sorted { $0.id < $1.id }
    reading.quorum = await quorum(asking, leader.map { addresses[$0] ?? address })
    identity = reading.identity
    return publish(reading, asking)
  }

  /// Only the leader describes the quorum; a controller that knows of none says that there is none.
  private func quorum(_ asking: CycleAsking, _ leader: BrokerAddress?) async -> QuorumAnswer? {
    guard let leader else { return .noLeader }
    return await SlowSweep(asking: asking, brokers: [:]).quorum(from: leader)
  }
}
