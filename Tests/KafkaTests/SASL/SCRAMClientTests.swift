import Testing

@testable import Kafka

@Suite struct SCRAMClientTests {
  /// One whole exchange as somebody else wrote it down.
  struct Exchange: Sendable, CustomTestStringConvertible {
    let source: String
    let algorithm: HashAlgorithm
    let nonce: String
    let serverFirst: String
    let clientFinal: String
    let serverFinal: String

    var testDescription: String { source }
  }

  static let exchanges = [
    Exchange(
      source: "RFC 7677, section 3", algorithm: .sha256, nonce: "rOprNGfwEbeRWgbNEkqO",
      serverFirst:
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
      clientFinal:
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
      serverFinal: "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")
  ]

  private func client(_ exchange: Exchange) -> SCRAMClient {
    SCRAMClient(exchange.algorithm, user: "user", password: "pencil", nonce: exchange.nonce)
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: exchanges)
  func `a published exchange goes as it was published`(exchange: Exchange) throws {
    var client = client(exchange)
    #expect(client.start() == bytes("n,,n=user,r=\(exchange.nonce)"))
    #expect(try client.answer(bytes(exchange.serverFirst)) == bytes(exchange.clientFinal))
    #expect(try client.answer(bytes(exchange.serverFinal)) == nil)
  }

  @Test func `a salt that is known gives the same proof`() throws {
    let (exchange, salted) = (Self.exchanges[0], SaltedPasswords())
    for _ in 0..<2 {
      var client = SCRAMClient(
        exchange.algorithm, user: "user", password: "pencil", nonce: exchange.nonce, salted: salted)
      _ = client.start()
      #expect(try client.answer(bytes(exchange.serverFirst)) == bytes(exchange.clientFinal))
    }
  }

  @Test(arguments: exchanges)
  func `a broker that does not know the password is found out`(exchange: Exchange) throws {
    var client = client(exchange)
    _ = client.start()
    _ = try client.answer(bytes(exchange.serverFirst))
    let digest = HashAlgorithm.base64([UInt8](repeating: 7, count: exchange.algorithm.byteCount))
    #expect(throws: SASLError.wrongServerSignature) { try client.answer(bytes("v=") + digest) }
    #expect(throws: SASLError.wrongServerSignature) { try client.answer(bytes("v=")) }
    #expect(throws: SASLError.malformedChallenge("it holds no signature")) { try client.answer([]) }
    #expect(throws: SASLError.refused("invalid-proof")) { try client.answer(bytes("e=invalid-proof")) }
  }

  @Test func `commas and equal signs in a name are escaped, once`() {
    var client = SCRAMClient(.sha256, user: "a=b,c=2C", password: "x", nonce: "n")
    #expect(client.start() == bytes("n,,n=a=3Db=2Cc=3D2C,r=n"))
  }

  @Test(arguments: ["r=other1234,s=c2FsdA==,i=4096", "r=mine,s=c2FsdA==,i=4096", "r=,s=c2FsdA==,i=4096"])
  func `a nonce that is not ours and more is refused`(challenge: String) {
    var client = SCRAMClient(.sha256, user: "u", password: "x", nonce: "mine")
    _ = client.start()
    #expect(throws: SASLError.foreignNonce) { try client.answer(bytes(challenge)) }
  }

  @Test(arguments: ["4095", "131073", "0", "-1", "", "4096x", "99999999999999999999999999"])
  func `too few and too many iterations are refused`(count: String) {
    #expect(throws: SASLError.iterationCount(String(count.prefix(20)))) {
      try SCRAMChallenge(bytes("r=mine1,s=c2FsdA==,i=\(count)"))
    }
  }

  @Test(arguments: [
    "", "r=mine1", "r=mine1,s=c2FsdA==", "s=c2FsdA==,r=mine1,i=4096", "m=x,r=mine1,s=c2FsdA==,i=4096",
    "r=mine1,s=,i=4096", "r=mine1,s=c2FsdA=,i=4096", "r=mine1,s=c2Fsd===,i=4096", "r=mine1,s=!!!!,i=4096",
    "r=mi ne1,s=c2FsdA==,i=4096", "r=mine1,s= c2FsdA==,i=4096",
  ])
  func `a challenge that is none is refused`(challenge: String) {
    #expect {
      try SCRAMChallenge(bytes(challenge))
    } throws: { error in
      if case .malformedChallenge = error as? SASLError { true } else { false }
    }
  }

  @Test func `nothing may follow what has ended, or come before it begins`() throws {
    var client = client(Self.exchanges[0])
    #expect(throws: SASLError.unexpectedChallenge) { try client.answer([]) }
    _ = client.start()
    _ = try client.answer(bytes(Self.exchanges[0].serverFirst))
    _ = try client.answer(bytes(Self.exchanges[0].serverFinal))
    #expect(throws: SASLError.unexpectedChallenge) { try client.answer([]) }
  }

  @Test func `two nonces are different, and fit into a message`() {
    let nonces = (0..<100).map { _ in SCRAMClient.freshNonce() }
    #expect(Set(nonces).count == nonces.count)
    #expect(nonces.allSatisfy { $0.utf8.count == 24 && !$0.contains(",") })
  }
}
