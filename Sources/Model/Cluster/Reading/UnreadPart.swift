/// Something that could not be read, and why: what says so where a series is missing.
package struct UnreadPart: Sendable, Hashable {
  /// What is missing, such as `log_dirs` or `committed_offsets`.
  package let part: String
  /// Kafka's name of an error code, or a word such as `timeout` or `unsupported`.
  package let reason: String
  /// How many brokers, groups, topics or partitions it is missing for.
  package var count: Int

  package init(part: String, reason: String, count: Int = 1) {
    self.part = part
    self.reason = reason
    self.count = count
  }
}
