/// One list of broker ids per row, all in one allocation.
package struct BrokerLists: Sendable, Hashable {
  @usableFromInline var ends: [UInt32] = []
  @usableFromInline var brokers: [NodeID] = []

  @inlinable package init() {}

  @inlinable package var count: Int { ends.count }

  package mutating func append(_ list: [NodeID]) {
    brokers.append(contentsOf: list)
    ends.append(UInt32(clamping: brokers.count))
  }

  /// Rows behind the end have no brokers.
  @inlinable package subscript(row: Int) -> ArraySlice<NodeID> {
    guard ends.indices.contains(row) else { return [] }
    return brokers[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])]
  }
}
