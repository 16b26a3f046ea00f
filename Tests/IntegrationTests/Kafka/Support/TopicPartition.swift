/// A partition, as Kafka's tools and our labels name it.
struct TopicPartition: Hashable, Comparable, CustomStringConvertible {
  let topic: String
  let partition: Int

  var description: String { "\(topic)-\(partition)" }

  static func < (first: TopicPartition, second: TopicPartition) -> Bool {
    (first.topic, first.partition) < (second.topic, second.partition)
  }
}

extension MetricsPage {
  /// The values of a metric by partition.
  func byPartition(_ name: String, _ labels: [String: String] = [:]) -> [TopicPartition: Int] {
    let pairs = samples(of: name, labels).compactMap { sample -> (TopicPartition, Int)? in
      guard let topic = sample.labels["topic"],
        let partition = sample.labels["partition"].flatMap({ Int($0) })
      else { return nil }
      return (TopicPartition(topic: topic, partition: partition), Int(sample.value))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
