/// How one collector fares.
package struct CollectorStatus: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    /// The last tick succeeded.
    case watching
    /// The first tick has not finished yet.
    case starting
    /// The last tick failed, for this reason; older readings may still be shown.
    case failing(String)
    /// Nobody asked for it, or somebody asked for it not to run, for this reason.
    case off(String)
  }

  package let name: String
  /// What it watches, in a few words for people.
  package let watches: String
  package var state: State
  package var interval: Duration
  /// Readings older than this are not believed any more.
  package var staleAfter: Duration
  package var lastDuration: Duration?
  package var lastSuccess: Moment?
  package var errors: [String: UInt64]
  /// The kind of the last failure; one of the keys of `errors`.
  package var lastFailure: String?

  package init(
    name: String, watches: String, state: State, interval: Duration, staleAfter: Duration? = nil,
    lastDuration: Duration? = nil, lastSuccess: Moment? = nil, errors: [String: UInt64] = [:]
  ) {
    self.name = name
    self.watches = watches
    self.state = state
    self.interval = interval
    self.staleAfter = staleAfter ?? interval * 3
    self.lastDuration = lastDuration
    self.lastSuccess = lastSuccess
    self.errors = errors
  }

  package var isOff: Bool {
    if case .off = state { true } else { false }
  }

  package var isFailing: Bool {
    if case .failing = state { true } else { false }
  }
}
