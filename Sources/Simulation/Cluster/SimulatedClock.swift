/// One instant, in the milliseconds in which Kafka counts.
package struct SimulatedClock: Sendable, Equatable {
  /// Since 1970: what records and replies bear.
  package let wall: Int64
  /// Since boot: what timeouts are measured with.
  package let uptime: Int64
}
