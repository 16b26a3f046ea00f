package import Model

/// How fine the page may be without growing beyond its budget.
package struct SeriesBudgetJudge: Sendable {
  package enum Wish: Sendable, Hashable {
    case partition, topic, automatic
  }

  /// Gone back to partitions only with this much room, so that one topic more or less does not flip the page.
  private static let roomToReturn = 0.9

  private let wish: Wish
  private let limit: Int
  private var fellBack = false

  package init(wish: Wish = .automatic, limit: Int = 200_000) {
    self.wish = wish
    self.limit = max(0, limit)
  }

  /// `perPartition` and `perLag` series are what the catalogue has of each.
  package mutating func judge(_ reading: ClusterReading, perPartition: Int, perLag: Int) -> SeriesBudget {
    let wanted = reading.partitions.count.multipliedSaturated(by: perPartition)
      .addingSaturated(reading.positions.count.multipliedSaturated(by: perLag))
    switch wish {
    case .partition: fellBack = false
    case .topic: return SeriesBudget(granularity: .topic, wanted: wanted, limit: limit, fellBack: false)
    case .automatic:
      fellBack = Double(wanted) > Double(limit) * (fellBack ? Self.roomToReturn : 1)
    }
    return SeriesBudget(
      granularity: fellBack ? .topic : .partition, wanted: wanted, limit: limit, fellBack: fellBack)
  }
}
