import Model

/// A token, and for how long it is good.
struct BearerToken: Sendable, Equatable {
  /// The longest text that is looked into for one.
  static let limit = 256 * 1024

  let text: String
  /// From when it was asked for; nil: nobody said.
  let lifetime: Duration?

  /// RFC 6750, section 2.1.
  static func isWellFormed(_ text: String) -> Bool {
    let body = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }
    return !body.isEmpty
      && body.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~+/".utf8.contains(byte)
        }
      }
  }

  /// When a token in the form of RFC 7519 ends; nil where it has another form or no end.
  static func expiry(ofJWT text: String) -> Timestamp? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let standard = parts[1].utf8.map { byte in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: byte
      }
    }
    let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - standard.count % 4) % 4)
    guard let claims = HashAlgorithm.bytes(base64: standard + padding),
      let end = JSONReader.value(of: claims)?["exp"]?.number, (0..<1e11).contains(end)
    else { return nil }
    return Timestamp(seconds: Int64(end))
  }
}
