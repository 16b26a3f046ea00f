import Kafka
import Model

extension TopicSettings {
  /// Only what judgements depend on is asked for.
  static let keys = [
    "min.insync.replicas", "retention.ms", "retention.bytes", "cleanup.policy", "remote.storage.enable",
  ]

  init(_ configs: [DescribeConfigsResponse.Result.Config]) {
    self.init()
    for config in configs {
      guard let value = config.value else { continue }
      switch config.name {
      case "min.insync.replicas": minimumInSync = Int(value)
      case "retention.ms": retentionTime = Int64(value).map(Self.retention)
      case "retention.bytes": retentionBytes = Int64(value).map(Self.retention)
      case "cleanup.policy":
        let policies = value.split(separator: ",").map { $0.drop(while: { $0 == " " }) }
        deletes = policies.contains("delete")
        compacts = policies.contains("compact")
      case "remote.storage.enable": isTiered = value == "true"
      default: break
      }
    }
  }
}
