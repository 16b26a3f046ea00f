import Model

/// What became of one password with the salts that brokers asked for, so that a reconnect costs no stretching.
final class SaltedPasswords: Sendable {
  struct Recipe: Hashable {
    let algorithm: HashAlgorithm
    let salt: [UInt8]
    let iterations: Int
  }

  /// A cluster has one salt for a user, another after the password was set anew; more come only from who means harm.
  private static let capacity = 4

  private let made = Locked<[(recipe: Recipe, key: [UInt8])]>([])

  func key(
    for recipe: Recipe, _ stretch: () throws(SASLError) -> [UInt8]
  ) throws(SASLError) -> [UInt8] {
    if let known = made.withLock({ made in made.first { $0.recipe == recipe }?.key }) { return known }
    let key = try stretch()
    made.withLock { made in
      if made.count == Self.capacity { made.removeFirst() }
      made.append((recipe, key))
    }
    return key
  }
}
