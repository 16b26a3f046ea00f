/// How often the partitions that one broker leads changed, as differences between readings show it.
package struct MetadataChanges: Sendable, Hashable {
  package var shrinks: UInt64 = 0
  package var expands: UInt64 = 0
  /// Elections that made this broker the leader instead of another.
  package var leaderChanges: UInt64 = 0
  package var uncleanElections: UInt64 = 0

  package init() {}
}
