extension KafkaUUID: CustomStringConvertible, LosslessStringConvertible {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// As Kafka prints it: base64url, 22 characters, no padding.
  package var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(22)
    // 128 bits are 21 digits of six bits and one of two, which is filled up with four zeros.
    var shift = 122
    while shift >= 0 {
      text.append(Self.alphabet[digit(at: shift)])
      shift -= 6
    }
    text.append(Self.alphabet[Int(low & 3) << 4])
    return String(decoding: text, as: UTF8.self)
  }

  package init?(_ text: String) {
    guard text.utf8.count == 22 else { return nil }
    var value: UInt128 = 0
    for (index, character) in text.utf8.enumerated() {
      guard let digit = Self.alphabet.firstIndex(of: character) else { return nil }
      if index < 21 {
        value = value << 6 | UInt128(digit)
      } else {
        guard digit & 15 == 0 else { return nil }
        value = value << 2 | UInt128(digit >> 4)
      }
    }
    self.init(high: UInt64(truncatingIfNeeded: value >> 64), low: UInt64(truncatingIfNeeded: value))
  }

  private func digit(at shift: Int) -> Int {
    let value = UInt128(high) << 64 | UInt128(low)
    return Int(truncatingIfNeeded: value >> UInt128(shift)) & 63
  }
}
