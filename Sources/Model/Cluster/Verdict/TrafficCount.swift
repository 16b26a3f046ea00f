/// Records counted on one topic by one broker: its leader for what came in, a group's coordinator for what went out.
package struct TrafficCount: Sendable, Hashable {
  /// Index among the reading's topics.
  package let topic: Int
  package let broker: NodeID
  package let records: UInt64

  package init(topic: Int, broker: NodeID, records: UInt64) {
    self.topic = topic
    self.broker = broker
    self.records = records
  }
}
