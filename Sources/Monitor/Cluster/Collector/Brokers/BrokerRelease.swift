import Kafka

/// Which release a broker must be at least, as the APIs tell that it offers. No broker says its version.
enum BrokerRelease {
  private struct Gate {
    let api: Int16
    let version: Int16
    let release: String
  }

  /// Newest first: what each release was the first to offer.
  private static let gates = [
    Gate(api: 18, version: 5, release: "4.4"), Gate(api: 35, version: 5, release: "4.3"),
    Gate(api: 2, version: 11, release: "4.2"), Gate(api: 0, version: 13, release: "4.1"),
    Gate(api: 15, version: 6, release: "4.0"), Gate(api: 2, version: 9, release: "3.9"),
    Gate(api: 69, version: 0, release: "3.8"), Gate(api: 9, version: 9, release: "3.7"),
    Gate(api: 2, version: 8, release: "3.5"), Gate(api: 35, version: 4, release: "3.3"),
    Gate(api: 35, version: 3, release: "3.2"), Gate(api: 3, version: 12, release: "3.1"),
    Gate(api: 2, version: 7, release: "3.0"), Gate(api: 3, version: 11, release: "2.8"),
    Gate(api: 1, version: 12, release: "2.7"), Gate(api: 16, version: 4, release: "2.6"),
    Gate(api: 9, version: 7, release: "2.5"), Gate(api: 15, version: 5, release: "2.4"),
  ]

  /// Only for Apache Kafka: others offer the same APIs in an order of their own.
  static func ofKafka(_ apis: ApiVersionsResponse) -> String? {
    let newest = Dictionary(
      apis.apiKeys.map { ($0.apiKey, $0.maxVersion) }, uniquingKeysWith: { first, _ in first })
    return gates.first { gate in newest[gate.api].map { $0 >= gate.version } ?? false }?.release
  }
}
