import CCrypt

/// bcrypt through libcrypt. Slow on purpose (cost 10: about 70 ms), so never on a thread that others wait for.
enum Bcrypt {
  /// The corresponding C function is `crypt_r`.
  static func matches(_ password: String, _ hash: BcryptHash) -> Bool {
    let data = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
    unsafe data.initialize(to: crypt_data())
    defer { unsafe data.deallocate() }
    guard let result = unsafe crypt_r(password, hash.text, data) else { return false }
    return unsafe Self.areEqual(Array(String(cString: result).utf8), Array(hash.text.utf8))
  }

  /// Takes as long whichever byte differs.
  private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
