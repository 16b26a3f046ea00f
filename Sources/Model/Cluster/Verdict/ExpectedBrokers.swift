/// Which brokers there ought to be, and who says so.
package struct ExpectedBrokers: Sendable, Hashable {
  package enum Source: String, Sendable, Hashable {
    case configured, registered, replicas
  }

  package let source: Source
  package let count: Int
  /// Sorted; a configured number may say more or fewer than there are ids to name.
  package let brokers: [NodeID]

  package init(source: Source, count: Int, brokers: [NodeID]) {
    self.source = source
    self.count = count
    self.brokers = brokers
  }
}
