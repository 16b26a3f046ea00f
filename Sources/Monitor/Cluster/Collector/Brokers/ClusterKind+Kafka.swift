import Kafka
import Model

extension ClusterKind {
  private static let describeQuorum: Int16 = 55

  init(clusterID: String?, _ apis: ApiVersionsResponse) {
    if clusterID?.hasPrefix("redpanda.") == true {
      self = .redpanda
    } else if apis.finalizedFeatures.contains(where: { $0.name == "metadata.version" })
      || apis.apiKeys.contains(where: { $0.apiKey == Self.describeQuorum })
    {
      self = .kraft
    } else {
      self = .zookeeper
    }
  }
}
