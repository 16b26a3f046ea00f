package import Model

/// Finds the row of a partition that somebody names.
package struct TopicIndex: Sendable {
  package let topics: [TopicReading]
  private let positions: [String: Int]

  /// Topics with names of their own.
  package init(_ topics: [TopicReading]) {
    self.topics = topics
    positions = Dictionary(
      topics.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(name: String) -> TopicReading? {
    positions[name].map { topics[$0] }
  }

  /// Nil where metadata does not list the partition.
  package func row(_ partition: Int32, of topic: String) -> Int? {
    guard let rows = self[topic]?.partitions, partition >= 0, Int(partition) < rows.count else { return nil }
    return rows.lowerBound + Int(partition)
  }
}
