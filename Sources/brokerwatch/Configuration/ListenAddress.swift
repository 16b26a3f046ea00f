import Settings

/// Where the server listens: `:9640`, `host:9640`, `[::1]:9640`.
struct ListenAddress: Sendable, Hashable {
  /// Absent for every address of the host, IPv4 and IPv6.
  let host: String?
  let port: UInt16
}

extension ListenAddress: ScalarSetting {
  static var typeName: String { "address" }
  static var expectation: String { "an address like :9640" }

  init(settingText: String) throws(ScalarMismatch) {
    guard let colon = settingText.lastIndex(of: ":") else {
      throw ScalarMismatch(hint: "it needs a colon and a port")
    }
    let digits = settingText[settingText.index(after: colon)...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits) else {
      throw ScalarMismatch(hint: "a port is a number from 0 to 65535")
    }
    let host = settingText[..<colon]
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]") && host.utf8.count > 2
    guard isBracketed || !host.contains(where: { ":[] /".contains($0) }) else {
      throw ScalarMismatch(hint: host.contains(":") ? "an IPv6 address stands in brackets: [::1]:9640" : nil)
    }
    self.init(host: host.isEmpty ? nil : String(isBracketed ? host.dropFirst().dropLast() : host), port: port)
  }

  var settingText: String {
    guard let host else { return ":\(port)" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
