/// What the broker says first: the nonce of both, and how the password is to be salted.
struct SCRAMChallenge: Equatable {
  let nonce: [UInt8]
  let salt: [UInt8]
  let iterations: Int

  init(_ message: [UInt8]) throws(SASLError) {
    let attributes = Self.attributes(of: message)
    guard attributes.count >= 3 else { throw .malformedChallenge("it has fewer than three attributes") }
    nonce = try Self.value(of: "r", attributes[0])
    guard nonce.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .malformedChallenge("its nonce has characters that may not be in it")
    }
    guard let salt = HashAlgorithm.bytes(base64: try Self.value(of: "s", attributes[1])), !salt.isEmpty else {
      throw .malformedChallenge("its salt is no base64")
    }
    self.salt = salt
    let count = String(decoding: try Self.value(of: "i", attributes[2]).prefix(20), as: UTF8.self)
    guard let iterations = Int(count), SCRAMClient.iterations.contains(iterations) else {
      throw .iterationCount(count)
    }
    self.iterations = iterations
  }

  static func attributes(of message: [UInt8]) -> [ArraySlice<UInt8>] {
    message.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  }

  private static func value(of name: Character, _ attribute: ArraySlice<UInt8>) throws(SASLError) -> [UInt8] {
    let prefix = Array("\(name)=".utf8)
    guard attribute.starts(with: prefix) else {
      throw .malformedChallenge("the attribute '\(name)' is not in its place")
    }
    return Array(attribute.dropFirst(prefix.count))
  }
}
