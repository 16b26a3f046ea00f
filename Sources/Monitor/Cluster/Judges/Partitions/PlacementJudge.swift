package import Model

/// Topics that one lost broker, or one lost rack, would take away.
package enum PlacementJudge {
  /// Single-rack topics are unknown unless every broker that holds a replica has a rack.
  package static func judge(_ reading: ClusterReading) -> (singleReplica: Int?, singleRack: Int?) {
    guard !reading.topics.isEmpty else { return (nil, nil) }
    let racks = Dictionary(
      reading.brokers.compactMap { broker in broker.rack.map { (broker.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    var singleReplica = 0
    var singleRack: Int? = racks.isEmpty ? nil : 0
    for topic in reading.topics {
      let lists = topic.partitions.lazy.map { reading.partitions.replicas[$0] }
      if lists.contains(where: { $0.count == 1 }) { singleReplica += 1 }
      guard singleRack != nil else { continue }
      switch isInOneRack(lists, racks) {
      case true?: singleRack = singleRack.map { $0 + 1 }
      case false?: break
      case nil: singleRack = nil
      }
    }
    return (singleReplica, singleRack)
  }

  private static func isInOneRack(
    _ lists: some Sequence<ArraySlice<NodeID>>, _ racks: [NodeID: String]
  ) -> Bool? {
    for list in lists where !list.isEmpty {
      guard let isOne = isInOneRack(list, racks) else { return nil }
      if isOne { return true }
    }
    return false
  }

  private static func isInOneRack(_ list: ArraySlice<NodeID>, _ racks: [NodeID: String]) -> Bool? {
    let first = list.first.flatMap { racks[$0] }
    var isOne = true
    for broker in list {
      guard let rack = racks[broker] else { return nil }
      if rack != first { isOne = false }
    }
    return isOne
  }
}
