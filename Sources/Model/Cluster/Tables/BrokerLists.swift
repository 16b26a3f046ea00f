/// One list of broker ids per row, all in one allocation.
package struct BrokerLists: Sendable, Hashable {
  private var ends: [UInt32] = []
  private var brokers: [BrokerID] = []

  package init() {}

  package var count: Int { ends.count }

  package mutating func append(_ list: some Sequence<BrokerID>) {
    brokers.append(contentsOf: list)
    ends.append(UInt32(clamping: brokers.count))
  }

  /// Rows behind the end have no brokers.
  package subscript(row: Int) -> ArraySlice<BrokerID> {
    guard ends.indices.contains(row) else { return [] }
    return brokers[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])]
  }
}
