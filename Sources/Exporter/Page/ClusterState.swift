import Model

/// How a cluster fares, in the word and the colour that the status page has for it.
enum ClusterState: Sendable, Hashable {
  /// Its reading is too old to be believed.
  case late
  /// No broker has told anything of it yet.
  case unread
  case frozen
  /// Somebody cannot produce or consume, or a broker is missing.
  case failing
  /// Everything works, and something had better be looked at.
  case impaired
  case well

  init(_ cluster: ClusterSection, isFresh: Bool) {
    let (reading, verdict) = (cluster.reading, cluster.verdict)
    let missing = (verdict.expectedBrokers?.count ?? 0) > (verdict.liveBrokers ?? .max)
    if !isFresh {
      self = .late
    } else if verdict.isFrozen == true {
      self = .frozen
    } else if missing || reading.brokers.contains(where: { $0.answers == false })
      || [verdict.offline, verdict.unavailable].contains(where: { $0 ?? 0 > 0 })
      || verdict.brokers.contains(where: { ($0.underMinimum ?? 0) > 0 })
    {
      self = .failing
    } else if !reading.hasMetadata || !reading.brokers.contains(where: { $0.answers == true }) {
      self = .unread
    } else if verdict.underReplicated ?? 0 > 0
      || verdict.groups.contains(where: { $0.status.map { $0 > .ok } ?? false })
    {
      self = .impaired
    } else {
      self = .well
    }
  }

  var word: String {
    switch self {
    case .late: "late"
    case .unread: "not read yet"
    case .frozen: "frozen"
    case .failing: "in trouble"
    case .impaired: "needs a look"
    case .well: "well"
    }
  }

  var tone: String {
    switch self {
    case .late, .frozen, .failing: "bad"
    case .unread, .impaired: "waiting"
    case .well: "good"
    }
  }
}

extension ClusterVerdict {
  /// Over all brokers; nil where it is not known of each.
  var underReplicated: Int? {
    Self.sum(brokers.map(\.underReplicated))
  }

  private static func sum(_ counts: [Int?]) -> Int? {
    guard !counts.isEmpty else { return nil }
    return counts.reduce(0 as Int?) { sum, count in sum.flatMap { sum in count.map { sum + $0 } } }
  }
}
