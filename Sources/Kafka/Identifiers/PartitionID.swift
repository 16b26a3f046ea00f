/// The number of a partition within its topic.
package struct PartitionID: WireIdentifier {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }
}
