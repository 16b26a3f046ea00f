import Model

/// Whom the canary leaves alone for a while, because asking again at once would change nothing.
struct CanaryRests {
  enum Subject: Hashable {
    case creating
    case broker(NodeID)
  }

  static let length = Duration.seconds(300)

  private var ends: [Subject: Duration] = [:]

  func isResting(_ subject: Subject, at now: Duration) -> Bool {
    ends[subject].map { now < $0 } ?? false
  }

  mutating func rest(_ subject: Subject, from now: Duration) {
    ends[subject] = now + Self.length
  }

  /// True when nobody is left alone any more.
  mutating func succeeded(_ subject: Subject) -> Bool {
    ends[subject] = nil
    return ends.isEmpty
  }

  mutating func keep(only brokers: Set<NodeID>) {
    ends = ends.filter { subject, _ in
      if case .broker(let id) = subject { brokers.contains(id) } else { true }
    }
  }
}
