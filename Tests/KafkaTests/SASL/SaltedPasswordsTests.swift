import Testing

@testable import Kafka

@Suite struct SaltedPasswordsTests {
  private func recipe(_ salt: UInt8, _ algorithm: HashAlgorithm = .sha256) -> SaltedPasswords.Recipe {
    SaltedPasswords.Recipe(algorithm: algorithm, salt: [salt], iterations: 4096)
  }

  @Test func `a password is stretched once for a salt, and no more salts are kept than clusters have`() throws
  {
    let passwords = SaltedPasswords()
    var stretched: [UInt8] = []
    func key(_ salt: UInt8) throws -> [UInt8] {
      try passwords.key(for: recipe(salt)) { () throws(SASLError) in
        stretched.append(salt)
        return [salt, salt]
      }
    }
    #expect(try [key(1), key(1), key(2), key(1)] == [[1, 1], [1, 1], [2, 2], [1, 1]])
    #expect(stretched == [1, 2])
    for salt in UInt8(3)...5 { _ = try key(salt) }
    _ = try key(1)
    #expect(stretched == [1, 2, 3, 4, 5, 1])
  }

  @Test func `another hash or number of rounds is another key`() {
    var other = recipe(1)
    #expect(recipe(1) == other)
    #expect(recipe(1) != recipe(1, .sha512))
    other = SaltedPasswords.Recipe(algorithm: .sha256, salt: [1], iterations: 8192)
    #expect(recipe(1) != other)
  }
}
