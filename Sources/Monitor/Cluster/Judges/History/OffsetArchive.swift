package import Model

/// Offset histories as the state directory keeps them across restarts.
package struct OffsetArchive: Sendable, Hashable {
  /// Topics are told apart by id, and by name only where the cluster has no ids.
  package enum Key: Sendable, Hashable {
    case id(TopicID)
    case name(String)

    package init(_ topic: TopicReading) {
      self = topic.id.map(Key.id) ?? .name(topic.name)
    }
  }

  /// One point with its age, in tenths of a second, when the archive was written.
  package struct Point: Sendable, Hashable {
    package let age: Int64
    package let end: Int64
  }

  package let savedAt: Timestamp
  /// Oldest point first, one list per partition.
  package var topics: [Key: [[Point]]]

  package init(savedAt: Timestamp, topics: [Key: [[Point]]] = [:]) {
    self.savedAt = savedAt
    self.topics = topics
  }

  package func time(of point: Point) -> Timestamp {
    Timestamp(
      nanoseconds: savedAt.nanoseconds.subtractingSaturated(point.age.multipliedSaturated(by: 100_000_000)))
  }
}
