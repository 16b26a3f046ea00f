/// The settings of Kafka that say who and where a node is.
///
/// None of them holds a secret, and nothing else is read out of a file or an environment.
enum KafkaKeys {
  static let wanted: Set<String> = [
    "node.id", "broker.id", "process.roles", "listeners", "advertised.listeners", "host.name", "port",
    "advertised.host.name", "advertised.port", "listener.security.protocol.map", "controller.listener.names",
    "log.dir", "log.dirs", "metadata.log.dir", "controller.quorum.voters",
    "controller.quorum.bootstrap.servers",
    "zookeeper.connect",
  ]

  /// Of `meta.properties` in a log directory.
  static let ofDirectory: Set<String> = ["cluster.id", "node.id", "broker.id", "version"]

  /// Which setting an image makes of a variable: `KAFKA_LOG_DIRS`, or Bitnami's `KAFKA_CFG_LOG_DIRS`, is `log.dirs`.
  static func key(ofVariable name: some StringProtocol) -> String? {
    guard let start = ["KAFKA_CFG_", "KAFKA_"].first(where: { name.hasPrefix($0) }) else { return nil }
    // One underscore is a dot, two are one, three are a hyphen.
    let rest = String(name.dropFirst(start.count)).replacing("___", with: "-").replacing("__", with: "\u{1}")
    let key = rest.replacing("_", with: ".").replacing("\u{1}", with: "_").lowercased()
    return wanted.contains(key) ? key : nil
  }
}
