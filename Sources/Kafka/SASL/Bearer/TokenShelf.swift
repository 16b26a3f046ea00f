/// Which token to use, and when to ask for another. Times are uptimes.
struct TokenShelf {
  enum Turn: Equatable {
    case use(String)
    case fail(SASLError)
    case fetch
  }

  private struct Kept {
    let token: BearerToken
    let fetched: Duration
    var wasRefused = false

    /// Unknown ends are treated as near ones.
    private var lifetime: Duration { token.lifetime ?? TokenShelf.unknownLifetime }

    func isFresh(at now: Duration) -> Bool {
      let due = wasRefused ? .zero : lifetime * 4 / 5
      return now < fetched + max(due, TokenShelf.shortestUse)
    }

    func isGood(at now: Duration) -> Bool {
      now < fetched + lifetime
    }
  }

  /// No endpoint is asked more often than this, whatever it gives and whatever brokers say of it.
  static let shortestUse = Duration.seconds(10)
  static let unknownLifetime = Duration.seconds(60)
  private static let firstHold = Duration.seconds(1)
  private static let longestHold = Duration.seconds(30)

  private var kept: Kept?
  private var failure: (error: SASLError, until: Duration)?
  private var hold = firstHold

  func turn(at now: Duration) -> Turn {
    if let kept, kept.isFresh(at: now) { return .use(kept.token.text) }
    guard let failure, now < failure.until else { return .fetch }
    if let kept, kept.isGood(at: now) { return .use(kept.token.text) }
    return .fail(failure.error)
  }

  mutating func keep(_ token: BearerToken, at now: Duration) {
    kept = Kept(token: token, fetched: now)
    failure = nil
    hold = Self.firstHold
  }

  /// An old token, if it is still good, is used until another can be had.
  mutating func failed(_ error: SASLError, at now: Duration) {
    failure = (error, until: now + hold)
    hold = min(hold * 2, Self.longestHold)
  }

  mutating func wasRefused() {
    kept?.wasRefused = true
  }
}
