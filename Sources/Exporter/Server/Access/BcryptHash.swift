/// A bcrypt hash as `htpasswd -B` writes it.
struct BcryptHash: Sendable, Hashable {
  let text: String

  /// Nil for anything that is not a bcrypt hash: other kinds are cheap to guess.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 60, ["$2a$", "$2b$", "$2y$"].contains(String(text.prefix(4))),
      bytes[6] == UInt8(ascii: "$"),
      let cost = Int(text.dropFirst(4).prefix(2)), (4...31).contains(cost),
      bytes.dropFirst(7).allSatisfy(Self.isDigit)
    else { return nil }
    self.text = text
  }

  /// A hash of the same cost that no password has: comparing with it takes as long as with a real one.
  var unmatchable: BcryptHash {
    BcryptHash(String(text.prefix(7)) + String(repeating: ".", count: 53)) ?? self
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: ".")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
