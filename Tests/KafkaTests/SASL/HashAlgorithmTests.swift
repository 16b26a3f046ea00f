import Testing

@testable import Kafka

@Suite struct HashAlgorithmTests {
  private func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  @Test func `hashes are those of FIPS 180`() throws {
    #expect(
      hex(try HashAlgorithm.sha256.hash(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex(try HashAlgorithm.sha512.hash([]))
        == "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
        + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e")
  }

  @Test func `authentication codes are those of RFC 4231`() throws {
    let message = Array("what do ya want for nothing?".utf8)
    #expect(
      hex(try HashAlgorithm.sha256.authenticationCode(of: message, key: Array("Jefe".utf8)))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      hex(try HashAlgorithm.sha512.authenticationCode(of: message, key: Array("Jefe".utf8)))
        == "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
        + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737")
  }

  @Test func `stretched passwords are those of RFC 7914`() throws {
    let key = try HashAlgorithm.sha256.stretched(
      Array("Password".utf8), salt: Array("NaCl".utf8), iterations: 80000)
    #expect(hex(key) == "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56")
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func `base64 is that of RFC 4648`(text: String) {
    let published = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]
    let encoded = HashAlgorithm.base64(Array(text.utf8))
    #expect(String(decoding: encoded, as: UTF8.self) == published[text.utf8.count])
    #expect(HashAlgorithm.bytes(base64: encoded) == Array(text.utf8))
  }

  @Test(arguments: ["Zg=", "Zg", "Zh==", "Z===", "====", "Zm9v\n", "Zg==Zg==", "Zm-v", " Zm9v", "Zm9v    "])
  func `base64 in another form than the canonical one is none`(text: String) {
    #expect(HashAlgorithm.bytes(base64: Array(text.utf8)) == nil)
  }
}
