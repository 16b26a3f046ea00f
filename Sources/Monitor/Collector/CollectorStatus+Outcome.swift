import Model

/// How one tick ended.
enum TickOutcome: Sendable {
  case succeeded
  case absent(NothingToWatch)
  case failed(CollectorError)
}

extension CollectorStatus {
  /// The status after one more tick.
  func after(_ outcome: TickOutcome, took duration: Duration, at now: Moment) -> CollectorStatus {
    var next = self
    next.lastDuration = duration
    switch outcome {
    case .succeeded:
      next.state = .watching
      next.lastSuccess = now
    case .absent(let nothing): next.state = .off(nothing.description)
    case .failed(let error):
      next.state = .failing(error.description)
      next.lastFailure = error.reason.rawValue
      next.errors[error.reason.rawValue, default: 0] += 1
    }
    return next
  }

  /// What people are told when the state changed between good and bad, or from one kind of failure to another: what is slow
  /// at first may turn out to be refused.
  func event(since before: CollectorStatus, at now: Moment) -> Event? {
    switch (before.isFailing && before.lastFailure == lastFailure, state) {
    case (false, .failing(let reason)):
      Event(time: now.wall, kind: .collectorFailed, subject: name, message: reason)
    case (_, .watching) where before.isFailing:
      Event(time: now.wall, kind: .collectorRecovered, subject: name, message: "reads again")
    default: nil
    }
  }
}
