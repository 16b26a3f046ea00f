/// Where the server listens, as `--web.listen-address` spells it: `:9640`, `host:9640`, `[::1]:9640`.
package struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
  /// Nil means every address of the host, IPv4 and IPv6.
  package let host: String?
  package let port: UInt16

  package init(host: String?, port: UInt16) {
    self.host = host
    self.port = port
  }

  package init(_ text: String) throws(ServerError) {
    guard let colon = text.lastIndex(of: ":") else {
      throw .badListenAddress(text, reason: "it needs a colon and a port")
    }
    let digits = text[text.index(after: colon)...]
    // `UInt16` would take a sign, too.
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits) else {
      throw .badListenAddress(text, reason: "a port is a number from 0 to 65535")
    }
    let host = text[..<colon]
    self.port = port
    if host.isEmpty {
      self.host = nil
    } else if host.hasPrefix("["), host.hasSuffix("]"), host.count > 2 {
      self.host = String(host.dropFirst().dropLast())
    } else if host.contains(where: { ":[]".contains($0) }) {
      throw .badListenAddress(text, reason: "an IPv6 address stands in brackets: [::1]:9640")
    } else if host.contains(where: { " /".contains($0) }) {
      throw .badListenAddress(text, reason: "a host has no spaces or slashes")
    } else {
      self.host = String(host)
    }
  }

  package var description: String {
    guard let host else { return ":\(port)" }
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
