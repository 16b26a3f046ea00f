/// The identity of a topic or a log directory, which a new one of the same name does not inherit.
package struct KafkaUUID: WireElement, Hashable {
  package private(set) var high: UInt64
  package private(set) var low: UInt64

  /// Kafka's word for "none".
  package init() {
    high = 0
    low = 0
  }

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package var isNone: Bool { high == 0 && low == 0 }

  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    var first = Int64(bitPattern: high)
    var second = Int64(bitPattern: low)
    try wire.integer(&first)
    try wire.integer(&second)
    self = KafkaUUID(high: UInt64(bitPattern: first), low: UInt64(bitPattern: second))
  }
}
