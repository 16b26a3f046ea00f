import Model

/// A dense number for each of a few broker ids, found without hashing for the small ids that clusters have.
struct BrokerSlots {
  private static let directLimit = 4096

  /// Sorted.
  let brokers: [NodeID]
  private var direct: [Int16]
  private var others: [NodeID: Int]

  init(_ brokers: some Sequence<NodeID>) {
    self.brokers = Set(brokers).sorted()
    direct = Array(repeating: -1, count: Self.directLimit)
    others = [:]
    for (slot, broker) in self.brokers.enumerated() {
      if direct.indices.contains(Int(broker)), slot <= Int(Int16.max) {
        direct[Int(broker)] = Int16(slot)
      } else {
        others[broker] = slot
      }
    }
  }

  subscript(broker: NodeID) -> Int? {
    if direct.indices.contains(Int(broker)), direct[Int(broker)] >= 0 { return Int(direct[Int(broker)]) }
    return others.isEmpty ? nil : others[broker]
  }
}
