import Kafka

extension DescribeConfigsRequest: SimulatedRequest {
  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<DescribeConfigsResponse> {
    .reply(
      DescribeConfigsResponse { $0.results = resources.map { $0.described(by: question.broker, cluster) } })
  }

  static func put(_ error: ErrorCode, into response: inout DescribeConfigsResponse) {
    for index in response.results.indices {
      response.results[index].errorCode = error
      response.results[index].errorMessage = nil
      response.results[index].configs = []
    }
  }
}

extension DescribeConfigsRequest.Resource {
  private static let topic: Int8 = 2
  private static let broker: Int8 = 4
  private static let ownSource: [Int8: Int8] = [topic: 1, broker: 4]
  private static let defaultSource: Int8 = 5

  fileprivate func described(
    by broker: BrokerID, _ cluster: SimulatedCluster
  ) -> DescribeConfigsResponse.Result {
    DescribeConfigsResponse.Result {
      $0.resourceType = resourceType
      $0.resourceName = resourceName
      switch resourceType {
      case Self.topic:
        guard let topic = cluster.topics[resourceName] else {
          $0.errorCode = .unknownTopicOrPartition
          return
        }
        $0.configs = shown(topic.configs, defaults: cluster.topicDefaults)
      case Self.broker:
        guard let node = cluster[node: broker], resourceName == "\(broker)" else {
          $0.errorCode = .invalidRequest
          $0.errorMessage =
            "Unexpected broker id, expected \(broker) or empty string, but received \(resourceName)"
          return
        }
        $0.configs = shown(node.configs, defaults: [:])
      default: break
      }
    }
  }

  private func shown(
    _ own: [String: String], defaults: [String: String]
  ) -> [DescribeConfigsResponse.Result.Config] {
    let all = defaults.merging(own) { $1 }.filter { configurationKeys?.contains($0.key) ?? true }
    return all.sorted { $0.key < $1.key }.map { name, value in
      DescribeConfigsResponse.Result.Config {
        $0.name = name
        $0.value = value
        $0.configSource = own[name] == nil ? Self.defaultSource : Self.ownSource[resourceType]
      }
    }
  }
}
