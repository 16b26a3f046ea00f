import Model

/// Counts what could not be read in one cycle, by part and reason.
struct UnreadTally: Sendable {
  /// Enough for every part with every reason that a cluster gives at one time.
  private static let limit = 200

  private struct Key: Hashable {
    let part: String
    let reason: String
  }

  private var counts: [Key: Int] = [:]

  mutating func count(_ part: String, _ reason: String, times: Int = 1) {
    let key = Key(part: part, reason: reason)
    guard times > 0, counts[key] != nil || counts.count < Self.limit else { return }
    counts[key, default: 0] += times
  }

  var parts: [UnreadPart] {
    counts.map { UnreadPart(part: $0.key.part, reason: $0.key.reason, count: $0.value) }
      .sorted { ($0.part, $0.reason) < ($1.part, $1.reason) }
  }
}
