/// Partitions of one topic, as consumers name them among themselves.
package struct ConsumerPartitions: WireStruct {
  package var topic = ""
  package var partitions: [PartitionID] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topic, "Topic")
    try wire.field(&partitions, "Partitions")
  }
}
