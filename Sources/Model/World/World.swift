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

  package init() {}
}
