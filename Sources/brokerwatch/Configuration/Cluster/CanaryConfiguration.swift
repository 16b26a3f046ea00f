import Settings

/// Records of our own that go through a cluster.
struct CanaryConfiguration: Equatable {
  var isEnabled = false
  var topic = "__brokerwatch_canary"
  var interval: Duration?
}

extension CanaryConfiguration: SettingsSection {
  static let schema = Schema(
    "The canary writes a small record to every broker and reads it again, which shows how long both take. It is the only thing that writes.",
    defaults: CanaryConfiguration()
  ) {
    Key("enabled", \.isEnabled, doc: "Whether there is one.")
    Key(
      "topic", \.topic, must: .topicName,
      doc: "Its topic, which is made with one partition for each broker where it is missing.")
    Key(
      "interval", \.interval,
      must: Requirement("be between 1s and 1h") {
        $0.map((Duration.seconds(1) ... .seconds(3600)).contains) ?? true
      },
      derivedDefault: "that of the cluster", doc: "The time between two records.")
  }
}

extension Requirement where Setting == String {
  /// Kafka's own rule.
  fileprivate static var topicName: Self {
    Self("be a topic's name: 1 to 249 letters, digits, '.', '_' and '-'") { name in
      (1...249).contains(name.utf8.count) && name != "." && name != ".."
        && name.utf8.allSatisfy {
          switch $0 {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
          default: false
          }
        }
    }
  }
}
