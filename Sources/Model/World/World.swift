/// The newest section of each kind.
///
/// A value: whoever holds one sees one instant, whatever collectors publish meanwhile.
package struct World: Sendable {
  /// The newest version among the sections.
  package var version: UInt64 = 0
  package var watcher: Section<WatcherSection>?
  package var collectors: Section<CollectorsSection>?
  package var clusters: Section<ClustersSection>?
  package var kafkaClient: Section<KafkaClientSection>?
  package var processes: Section<ProcessesSection>?
  package var containers: Section<ContainersSection>?
  package var units: Section<UnitsSection>?
  package var dataDirectories: Section<DataDirectoriesSection>?
  package var discovery: Section<DiscoverySection>?
  /// Brokers, by the label `broker`, that somebody announced to work on.
  package var maintenance: Set<String> = []

  package init() {}

  package mutating func replace<Value>(
    _ section: any WritableKeyPath<World, Section<Value>?> & Sendable, with value: Value, readAt: Moment,
    staleAfter: Duration
  ) {
    version += 1
    self[keyPath: section] = Section(version: version, readAt: readAt, staleAfter: staleAfter, value: value)
  }
}
