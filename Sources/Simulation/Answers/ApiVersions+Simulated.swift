import Kafka

extension ApiVersionsRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<ApiVersionsResponse> {
    let versions = cluster[node: question.broker]?.versions
    let features = cluster.features.sorted { $0.key < $1.key }
    return .reply(
      ApiVersionsResponse {
        $0.apiKeys = (versions?.ranges ?? [:]).sorted { $0.key < $1.key }.map { key, range in
          ApiVersionsResponse.Supported {
            $0.apiKey = key
            $0.minVersion = range.lowerBound
            $0.maxVersion = range.upperBound
          }
        }
        $0.finalizedFeatures = features.map { name, level in
          ApiVersionsResponse.FinalizedFeature {
            $0.name = name
            $0.maxVersionLevel = level
            $0.minVersionLevel = level
          }
        }
        if !features.isEmpty { $0.finalizedFeaturesEpoch = 1 }
      })
  }

  static func put(_ error: ErrorCode, into response: inout ApiVersionsResponse) {
    response.errorCode = error
  }
}
