/// One topic and where its partitions stand in the `PartitionTable`.
package struct TopicReading: Sendable, Hashable {
  package let name: String
  /// Nil where the cluster is too old to have topic ids.
  package let id: TopicID?
  package let isInternal: Bool
  /// Rows of the partition table; the first one is partition 0.
  package let partitions: Range<Int>
  package var settings: TopicSettings?
  /// False for topics that the configuration leaves out: they count among all, but nothing is told of them by name.
  package var isSelected: Bool

  package init(
    name: String, id: TopicID?, isInternal: Bool, partitions: Range<Int>, settings: TopicSettings? = nil,
    isSelected: Bool = true
  ) {
    self.name = name
    self.id = id
    self.isInternal = isInternal
    self.partitions = partitions
    self.settings = settings
    self.isSelected = isSelected
  }
}
