import Model

extension NodeSettings {
  init(kafka settings: JavaProperties) {
    let roles = (settings["process.roles"] ?? "").listed.map { $0.lowercased() }.sorted()
    role = roles.isEmpty ? nil : roles.joined(separator: ",")
    id = Self.number(settings["node.id"]) ?? Self.number(settings["broker.id"])
    dataDirectories = (settings["log.dirs"] ?? settings["log.dir"] ?? "/tmp/kafka-logs").listed
    if let metadata = settings["metadata.log.dir"], !dataDirectories.contains(metadata) {
      dataDirectories.append(metadata)
    }
    rendezvous =
      settings["controller.quorum.voters"] ?? settings["controller.quorum.bootstrap.servers"]
      ?? settings["zookeeper.connect"]
    let unresolved = settings.values.filter { $0.value.contains("${") }.keys.sorted()
    if !unresolved.isEmpty {
      problems.append(
        "\(unresolved.joined(separator: ", ")): the value comes from a configuration provider, which only Kafka itself can ask"
      )
    }
    listeners = KafkaListeners.all(settings)
    if settings["listeners"] != nil, KafkaListeners.places(settings["listeners"]) == nil {
      listeners = []
      problems.append("no listener in 'listeners' has a port that can be known")
    }
  }

  /// Negative numbers ask Kafka to choose an id.
  private static func number(_ text: String?) -> String? {
    guard let text, let number = Int32(text), number >= 0 else { return nil }
    return String(number)
  }
}
