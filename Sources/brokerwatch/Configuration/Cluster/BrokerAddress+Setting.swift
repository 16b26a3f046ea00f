package import Kafka
package import Settings

extension BrokerAddress {
  static let usual = BrokerAddress(host: "127.0.0.1", port: 9092)

  /// Whether it can only be on this host.
  var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }
}

extension BrokerAddress: ScalarSetting {
  package static var typeName: String { "address" }
  package static var expectation: String { "an address like kafka-1:9092" }

  package init(settingText: String) throws(ScalarMismatch) {
    guard !settingText.contains("//") else {
      throw ScalarMismatch(hint: "write the host and the port only; 'tls' and 'sasl' say how to talk to it")
    }
    guard !settingText.contains(",") else {
      throw ScalarMismatch(hint: "give every address as an element of its own")
    }
    guard let colon = settingText.lastIndex(of: ":") else {
      throw ScalarMismatch(hint: "it needs a colon and a port")
    }
    let digits = settingText[settingText.index(after: colon)...]
    // `UInt16` would take a sign, too.
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits), port > 0 else {
      throw ScalarMismatch(hint: "a port is a number from 1 to 65535")
    }
    self.init(host: try Self.host(settingText[..<colon]), port: port)
  }

  private static func host(_ text: Substring) throws(ScalarMismatch) -> String {
    if text.hasPrefix("["), text.hasSuffix("]") {
      let inside = text.dropFirst().dropLast()
      let isAddress = inside.contains(":") && inside.allSatisfy { $0.isHexDigit || ":.%".contains($0) }
      guard isAddress else { throw ScalarMismatch(hint: "in brackets stands an IPv6 address") }
      return String(inside)
    }
    guard !text.contains(":") else {
      throw ScalarMismatch(hint: "an IPv6 address stands in brackets: [::1]:9092")
    }
    let isName = text.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isName, !text.isEmpty else {
      throw ScalarMismatch(hint: "a host has letters, digits, '.', '-' and '_' only")
    }
    return String(text)
  }

  package var settingText: String { description }
}
