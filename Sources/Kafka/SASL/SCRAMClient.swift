/// RFC 5802 without channel binding: proves that both sides know the password and tells it to nobody.
struct SCRAMClient: SASLClient {
  private enum State {
    case new
    case started(firstMessage: String)
    case proven(serverSignature: [UInt8])
    case finished
  }

  /// From the fewest that RFC 7677 allows to eight times the most that Kafka stores: more would be an attack on our CPU.
  static let iterations = 4096...131_072

  private let algorithm: HashAlgorithm
  private let user: String
  private let password: String
  private let nonce: String
  private let salted: SaltedPasswords
  private var state = State.new

  init(
    _ algorithm: HashAlgorithm, user: String, password: String, nonce: String = SCRAMClient.freshNonce(),
    salted: SaltedPasswords = SaltedPasswords()
  ) {
    self.salted = salted
    self.algorithm = algorithm
    self.user = user
    self.password = password
    self.nonce = nonce
  }

  mutating func start() -> [UInt8] {
    let message = "n=\(Self.escaped(user)),r=\(nonce)"
    state = .started(firstMessage: message)
    return Array("n,,\(message)".utf8)
  }

  /// The first one takes milliseconds of CPU time, unless the broker's salt is known from an earlier connection.
  mutating func answer(_ challenge: [UInt8]) throws(SASLError) -> [UInt8]? {
    switch state {
    case .started(let firstMessage):
      let (proof, signature) = try prove(SCRAMChallenge(challenge), challenge, after: firstMessage)
      state = .proven(serverSignature: signature)
      return proof
    case .proven(let signature):
      try verify(challenge, signature)
      state = .finished
      return nil
    case .new, .finished: throw .unexpectedChallenge
    }
  }

  private func prove(
    _ parsed: SCRAMChallenge, _ challenge: [UInt8], after firstMessage: String
  ) throws(SASLError) -> (proof: [UInt8], serverSignature: [UInt8]) {
    let ours = Array(nonce.utf8)
    guard parsed.nonce.starts(with: ours), parsed.nonce.count > ours.count else { throw .foreignNonce }
    let salted = try saltedPassword(parsed)
    let unproven = Array("c=biws,r=".utf8) + parsed.nonce
    let comma = [UInt8(ascii: ",")]
    let exchange = Array(firstMessage.utf8) + comma + challenge + comma + unproven
    let clientKey = try code(Array("Client Key".utf8), key: salted)
    let clientSignature = try code(exchange, key: algorithm.hash(clientKey))
    let proof = zip(clientKey, clientSignature).map { $0 ^ $1 }
    let serverKey = try code(Array("Server Key".utf8), key: salted)
    return (
      unproven + Array(",p=".utf8) + HashAlgorithm.base64(proof), try code(exchange, key: serverKey)
    )
  }

  private func saltedPassword(_ challenge: SCRAMChallenge) throws(SASLError) -> [UInt8] {
    let recipe = SaltedPasswords.Recipe(
      algorithm: algorithm, salt: challenge.salt, iterations: challenge.iterations)
    return try salted.key(for: recipe) { () throws(SASLError) in
      try algorithm.stretched(
        Array(password.utf8), salt: challenge.salt, iterations: challenge.iterations)
    }
  }

  private func verify(_ challenge: [UInt8], _ signature: [UInt8]) throws(SASLError) {
    if challenge.starts(with: Array("e=".utf8)) {
      throw .refused(String(decoding: challenge.dropFirst(2).prefix(200), as: UTF8.self))
    }
    guard let value = SCRAMChallenge.attributes(of: challenge).first, value.starts(with: Array("v=".utf8)),
      let theirs = HashAlgorithm.bytes(base64: Array(value.dropFirst(2)))
    else { throw .malformedChallenge("it holds no signature") }
    guard HashAlgorithm.areEqual(theirs, signature) else { throw .wrongServerSignature }
  }

  private func code(_ message: [UInt8], key: [UInt8]) throws(SASLError) -> [UInt8] {
    try algorithm.authenticationCode(of: message, key: key)
  }

  /// The two characters that have a meaning of their own in a message.
  private static func escaped(_ name: String) -> String {
    name.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "=": text += "=3D"
      case ",": text += "=2C"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// 144 bits that nobody can guess.
  static func freshNonce() -> String {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<18).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    return String(decoding: HashAlgorithm.base64(bytes), as: UTF8.self)
  }
}
