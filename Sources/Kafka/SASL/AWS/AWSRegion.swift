/// The part of the world in which a broker of Amazon's stands.
enum AWSRegion {
  /// As its name tells: `b-1.NAME.ID.c2.kafka.REGION.amazonaws.com`, of which there are variants; nil where it does not.
  static func region(ofBroker host: String) -> String? {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard let domain = labels.lastIndex(of: "amazonaws"), domain >= 2,
      ["kafka", "kafka-serverless"].contains(labels[domain - 2]), !labels[domain - 1].isEmpty
    else { return nil }
    return String(labels[domain - 1])
  }
}
