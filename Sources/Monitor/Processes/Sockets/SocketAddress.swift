/// An address of IPv6 with a port; one of IPv4 in its mapped form.
struct SocketAddress: Sendable, Hashable {
  let high: UInt64
  let low: UInt64
  let port: UInt16

  private static let mappedPrefix: UInt64 = 0xFFFF

  init(high: UInt64, low: UInt64, port: UInt16) {
    (self.high, self.low, self.port) = (high, low, port)
  }

  init(ipv4: UInt32, port: UInt16) {
    self.init(high: 0, low: Self.mappedPrefix << 32 | UInt64(ipv4), port: port)
  }

  var ipv4: UInt32? {
    high == 0 && low >> 32 == Self.mappedPrefix ? UInt32(truncatingIfNeeded: low) : nil
  }

  func hasSameHost(as other: SocketAddress) -> Bool {
    high == other.high && low == other.low
  }

  /// `127.0.0.1`; nil for anything else, as names are.
  static func ipv4(_ text: String) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard let byte = UInt8(part) else { return nil }
      address = address << 8 | UInt32(byte)
    }
    return address
  }
}

extension SocketAddress: CustomStringConvertible {
  /// `127.0.0.1:9092` or `[2001:db8::1]:9092`, as RFC 5952 wants it.
  var description: String {
    if let ipv4 {
      let bytes = [24, 16, 8, 0].map { String(ipv4 >> UInt32($0) & 0xFF) }
      return "\(bytes.joined(separator: ".")):\(port)"
    }
    let groups = [high, low].flatMap { half in
      [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> UInt64($0)) }
    }
    let zeros = Self.longestZeros(in: groups)
    guard zeros.count > 1 else { return "[\(Self.text(groups[...]))]:\(port)" }
    return "[\(Self.text(groups[..<zeros.lowerBound]))::\(Self.text(groups[zeros.upperBound...]))]:\(port)"
  }

  private static func text(_ groups: ArraySlice<UInt16>) -> String {
    groups.map { String($0, radix: 16) }.joined(separator: ":")
  }

  private static func longestZeros(in groups: [UInt16]) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for (index, group) in groups.enumerated() {
      if group != 0 {
        start = index + 1
      } else if index + 1 - start > longest.count {
        longest = start..<(index + 1)
      }
    }
    return longest
  }
}
