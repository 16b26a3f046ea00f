/// Lets a burst through at once, and then one per interval.
struct TokenBucket: Sendable {
  private let limit: AccessRules.RateLimit
  private var tokens: Double
  private var filledAt: Duration

  init(_ limit: AccessRules.RateLimit, at now: Duration) {
    self.limit = limit
    tokens = Double(limit.burst)
    filledAt = now
  }

  mutating func take(at now: Duration) -> Bool {
    tokens = min(Double(limit.burst), tokens + (now - filledAt) / limit.interval)
    filledAt = now
    guard tokens >= 1 else { return false }
    tokens -= 1
    return true
  }
}
