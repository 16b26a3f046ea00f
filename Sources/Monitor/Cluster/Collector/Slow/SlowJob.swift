/// What is read less often than every cycle: one kind after the other, so that no cycle asks much more than another.
enum SlowJob: String, Sendable, Hashable, CaseIterable {
  case topicSettings = "topic_settings"
  case registrations
  case reassignments
  case logStarts = "log_starts"
  case logDirs = "log_dirs"
  case stableOffsets = "last_stable_offsets"
  case transactions

  /// As it is called where something is missing.
  var part: String { rawValue }
}
