/// What is read less often than every cycle: one kind after the other, so that no cycle asks much more than another.
///
/// Spelt as the part that could not be read, where it could not.
enum SlowJob: String, Sendable, Hashable, CaseIterable {
  case topicSettings = "topic_settings"
  case registrations
  case logStarts = "log_starts"
  case logDirs = "log_dirs"
  case stableOffsets = "last_stable_offsets"
  case transactions
}
