/// What is read less often than every cycle: one kind after the other, so that no cycle asks much more than another.
enum SlowJob: Sendable, Hashable, CaseIterable {
  case topicSettings, registrations, reassignments, logStarts, logDirs, stableOffsets, transactions
}
