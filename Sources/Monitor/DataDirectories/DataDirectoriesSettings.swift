import Model

/// Which data directories are watched, and how.
package struct DataDirectoriesSettings: Sendable {
  package var interval = Duration.seconds(10)
  package var staleAfter = Duration.seconds(30)
  package var paths: [String] = []
  /// The directories of brokers that were found on this host.
  package var discovered: @Sendable () -> Set<String> = { [] }
  package var entriesPerSecond = 2000
  /// The endings of files that hold records.
  package var segmentSuffixes = [".log"]
  /// How many topics of one directory are shown.
  package var topicLimit = 200

  package init() {}

  /// More data directories than any host has.
  static let limit = 64

  /// How long one tick may look at files: on a slow disk the number of them alone is no bound.
  var walkingTime: Duration { interval / 4 }

  /// What takes longer hangs in the kernel.
  var patience: Duration { interval / 2 }

  /// How many entries one tick may look at.
  var entryBudget: Int {
    max(1, Int(min(Double(entriesPerSecond) * interval.seconds, 1e9)))
  }
}
