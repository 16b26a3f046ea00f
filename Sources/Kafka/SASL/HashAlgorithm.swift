import CCrypto

/// The hash functions of SCRAM, and what is built on them.
///
/// It throws where libcrypto refuses, as under a policy that forbids an algorithm.
enum HashAlgorithm: Sendable {
  case sha256
  case sha512

  var byteCount: Int {
    switch self {
    case .sha256: 32
    case .sha512: 64
    }
  }

  /// The corresponding C functions are `EVP_sha256` and `EVP_sha512`; what they return lives for ever.
  private var method: OpaquePointer? {
    switch self {
    case .sha256: unsafe EVP_sha256()
    case .sha512: unsafe EVP_sha512()
    }
  }

  /// The corresponding C function is `EVP_Digest`.
  func hash(_ message: [UInt8]) throws(SASLError) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: byteCount)
    guard unsafe EVP_Digest(message, message.count, &digest, nil, method, nil) == 1 else {
      throw .cryptographyRefused
    }
    return digest
  }

  /// The corresponding C function is `HMAC`.
  func authenticationCode(of message: [UInt8], key: [UInt8]) throws(SASLError) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: byteCount)
    guard unsafe HMAC(method, key, CInt(key.count), message, message.count, &code, nil) != nil else {
      throw .cryptographyRefused
    }
    return code
  }

  /// The corresponding C function is `PKCS5_PBKDF2_HMAC`.
  func stretched(_ password: [UInt8], salt: [UInt8], iterations: Int) throws(SASLError) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: byteCount)
    let text = password.map { CChar(bitPattern: $0) }
    let status = unsafe PKCS5_PBKDF2_HMAC(
      text, CInt(text.count), salt, CInt(salt.count), CInt(iterations), method, CInt(byteCount), &key)
    guard status == 1 else { throw .cryptographyRefused }
    return key
  }

  /// Takes the same time wherever the first difference is.
  ///
  /// The corresponding C function is `CRYPTO_memcmp`.
  static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return unsafe CRYPTO_memcmp(one, other, one.count) == 0
  }

  /// The corresponding C function is `EVP_EncodeBlock`.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let count = unsafe EVP_EncodeBlock(&text, bytes, CInt(bytes.count))
    return Array(text.prefix(Int(count)))
  }

  /// Nil for anything but the one canonical form of some bytes.
  ///
  /// The corresponding C function is `EVP_DecodeBlock`, which leaves zeros for the padding.
  static func bytes(base64 text: [UInt8]) -> [UInt8]? {
    guard !text.isEmpty, text.count.isMultiple(of: 4) else { return text.isEmpty ? [] : nil }
    var bytes = [UInt8](repeating: 0, count: text.count / 4 * 3)
    guard unsafe EVP_DecodeBlock(&bytes, text, CInt(text.count)) == bytes.count else { return nil }
    bytes.removeLast(min(2, text.reversed().prefix { $0 == UInt8(ascii: "=") }.count))
    return base64(bytes) == text ? bytes : nil
  }
}
