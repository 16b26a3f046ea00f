import Model

/// How often a container was started again, by its engine's policy or by somebody; never falls.
///
/// The engine counts only its own restarts, and from 0 again whenever somebody starts the container.
struct RestartLedger: Sendable, Hashable {
  private(set) var count: UInt64
  private var engineCount: UInt64
  private var startedAt: Timestamp?
  /// The engine has counted a restart that has not happened yet.
  private var isAwaited: Bool

  init(_ first: InspectedContainer) {
    count = first.restartCount
    engineCount = first.restartCount
    startedAt = first.reading.startedAt
    isAwaited = first.reading.state == .restarting
  }

  mutating func see(_ container: InspectedContainer) {
    let wasStarted = startedAt != nil && container.reading.startedAt != startedAt
    if container.restartCount > engineCount {
      count &+= container.restartCount - engineCount
    } else if container.restartCount < engineCount || (wasStarted && !isAwaited) {
      count &+= container.restartCount &+ (wasStarted ? 1 : 0)
    }
    engineCount = container.restartCount
    startedAt = container.reading.startedAt ?? startedAt
    isAwaited = container.reading.state == .restarting
  }
}
