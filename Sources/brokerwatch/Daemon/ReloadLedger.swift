import Model

/// How the last reading of each configuration file went, for the metrics.
final class ReloadLedger: Sendable {
  private let reloads: Locked<[String: ConfigurationReload]>

  /// Files that were read when the program started, all of them valid: else it would not have.
  init(applied names: [String], at now: Timestamp) {
    let first = names.map { ($0, ConfigurationReload(name: $0, succeeded: true, appliedAt: now)) }
    reloads = Locked(Dictionary(first, uniquingKeysWith: { first, _ in first }))
  }

  var all: [ConfigurationReload] {
    reloads.withLock { $0.values.sorted { $0.name < $1.name } }
  }

  func record(_ name: String, succeeded: Bool, at now: Timestamp) {
    reloads.withLock { reloads in
      let appliedAt = succeeded ? now : reloads[name]?.appliedAt
      reloads[name] = ConfigurationReload(name: name, succeeded: succeeded, appliedAt: appliedAt)
    }
  }
}
