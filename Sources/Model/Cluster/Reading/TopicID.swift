/// Kafka's own id of a topic: a topic that is deleted and created again under its old name gets another one.
package struct TopicID: Sendable, Hashable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  /// Nil for the all-zero id, which clusters without topic ids send.
  package init?(high: UInt64, low: UInt64) {
    guard high != 0 || low != 0 else { return nil }
    self.high = high
    self.low = low
  }

  /// URL-safe base64 without padding, as Kafka's tools print it.
  package var description: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    // 128 bits in groups of six from the top; the last group holds two bits, filled up with zeros.
    return String(
      (0..<22).map { group in
        let shift = 122 - 6 * group
        let digit: UInt64
        if shift >= 64 {
          digit = high >> UInt64(shift - 64)
        } else if shift > 58 {
          digit = high << UInt64(64 - shift) | low >> UInt64(shift)
        } else {
          digit = shift >= 0 ? low >> UInt64(shift) : low << UInt64(-shift)
        }
        return alphabet[Int(digit & 63)]
      })
  }
}
