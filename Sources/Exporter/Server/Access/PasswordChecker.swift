import Model

/// Checks passwords one after the other: bcrypt would otherwise let anybody keep every core busy.
///
/// Only right passwords are remembered. Wrong ones cost their sender the full time, and cannot push right ones out.
actor PasswordChecker {
  enum Verdict: Sendable, Hashable {
    case right
    case wrong
    /// So many checks wait already that this one is not made.
    case busy
  }

  private static let maximumWaiting = 16

  private let fingerprint = PasswordFingerprint()
  /// The fingerprint of the last right password, by user.
  private let known = Locked<[String: [UInt8]]>([:])
  private let waiting = Locked(0)

  /// Whether this password was found right before; waits for nothing.
  nonisolated func isKnown(_ credentials: BasicCredentials, _ hash: BcryptHash) -> Bool {
    guard let digest = fingerprint?.of(credentials, hash) else { return false }
    return known.withLock { $0[credentials.user] } == digest
  }

  /// A user whom nobody knows is compared with a hash that nothing matches, so that the time does not tell.
  nonisolated func check(_ credentials: BasicCredentials, among users: [String: BcryptHash]) async -> Verdict
  {
    let isFull = waiting.withLock { waiting in
      guard waiting < Self.maximumWaiting else { return true }
      waiting += 1
      return false
    }
    guard !isFull else { return .busy }
    defer { waiting.withLock { $0 -= 1 } }
    guard let hash = users[credentials.user] else {
      if let decoy = users.values.first?.unmatchable { _ = await matches(credentials, decoy) }
      return .wrong
    }
    guard await matches(credentials, hash) else { return .wrong }
    let digest = fingerprint?.of(credentials, hash)
    known.withLock { $0[credentials.user] = digest }
    return .right
  }

  nonisolated func forget() {
    known.withLock { $0 = [:] }
  }

  private func matches(_ credentials: BasicCredentials, _ hash: BcryptHash) -> Bool {
    Bcrypt.matches(credentials.password, hash)
  }
}
