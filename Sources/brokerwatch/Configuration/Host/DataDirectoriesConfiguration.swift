import Settings

/// Which data directories are watched, and how.
struct DataDirectoriesConfiguration: Equatable {
  var isEnabled = true
  var interval = Duration.seconds(10)
  var staleAfter: Duration?
  var paths: [SettingPath] = []
  var entriesPerSecond = 2000
  var segmentSuffixes = [".log"]
  var topics = 200

  /// The age at which series disappear.
  var effectiveStaleAfter: Duration {
    staleAfter ?? interval * 3
  }
}

extension DataDirectoriesConfiguration: SettingsSection {
  static let schema = Schema(
    "The directories in which brokers keep their data. Those of brokers that were found on this host are watched without being named.",
    defaults: DataDirectoriesConfiguration()
  ) {
    Key("enabled", \.isEnabled, doc: "Whether data directories are watched.")
    Key(
      "interval", \.interval, must: .range(.seconds(1) ... .seconds(3600)),
      doc: "The time between two readings of space and disk.")
    Key(
      "stale_after", \.staleAfter, derivedDefault: "3 × interval",
      doc: "The age of the last reading at which its series disappear.")
    Key("paths", \.paths, doc: "Directories to watch besides those that were found.")
    Key(
      "entries_per_second", \.entriesPerSecond, must: .range(10...1_000_000),
      doc: "How many files and directories of each are looked at in a second, on average.")
    Key(
      "segment_suffixes", \.segmentSuffixes,
      must: Requirement("name endings") { !$0.contains("") },
      doc: "How the names of files with records end.")
    Key(
      "topics", \.topics, must: .range(0...10_000),
      doc: "How many topics of a directory, the largest, have their size shown.")
    Rule("stale_after", must: "not be shorter than interval") { $0.effectiveStaleAfter >= $0.interval }
  }
}
