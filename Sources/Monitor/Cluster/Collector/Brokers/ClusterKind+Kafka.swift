import Kafka
import Model

extension ClusterKind {
  private static let describeQuorum: Int16 = 55
  /// By which a controller that keeps its metadata in ZooKeeper tells brokers what they lead.
  private static let leaderAndISR: Int16 = 4

  init(clusterID: String?, _ apis: ApiVersionsResponse) {
    if clusterID?.hasPrefix("redpanda.") == true {
      self = .redpanda
    } else if apis.finalizedFeatures.contains(where: { $0.name == "metadata.version" })
      || apis.apiKeys.contains(where: { $0.apiKey == Self.describeQuorum })
    {
      self = .kraft
    } else if apis.apiKeys.contains(where: { $0.apiKey == Self.leaderAndISR }) {
      self = .zookeeper
    } else {
      // It speaks the protocol and is no Kafka.
      self = .other
    }
  }
}
