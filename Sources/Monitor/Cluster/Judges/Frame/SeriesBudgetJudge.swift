package import Model

/// How fine the page may be without growing beyond its budget.
package struct SeriesBudgetJudge: Sendable {
  package enum Wish: Sendable, Hashable {
    case partition, lags, topic, automatic
  }

  /// Gone back to something finer only with this much room, so that one topic more or less does not flip the page.
  private static let roomToReturn = 0.9

  private let wish: Wish
  private let limit: Int
  private var last = Granularity.partition

  package init(wish: Wish = .automatic, limit: Int = 200_000) {
    self.wish = wish
    self.limit = max(0, limit)
  }

  /// `perPartition` and `perLag` series are what the catalogue has of each at the finest.
  package mutating func judge(_ reading: ClusterReading, perPartition: Int, perLag: Int) -> SeriesBudget {
    let lags = reading.positions.count
    let wanted = Self.shownPartitions(reading).multipliedSaturated(by: perPartition)
      .addingSaturated(lags.multipliedSaturated(by: perLag))
    switch wish {
    case .partition: last = .partition
    case .lags: last = .lags
    case .topic: last = .topic
    case .automatic:
      last = fits(wanted, .partition) ? .partition : fits(lags, .lags) ? .lags : .topic
    }
    return SeriesBudget(
      granularity: last, wanted: wanted, limit: limit, fellBack: wish == .automatic && last != .partition)
  }

  private func fits(_ series: Int, _ granularity: Granularity) -> Bool {
    let order = Granularity.allCases
    let isReturn = order.prefix { $0 != last }.contains(granularity)
    return Double(series) <= Double(limit) * (isReturn ? Self.roomToReturn : 1)
  }

  /// Another broker's watcher shows what that broker leads.
  private static func shownPartitions(_ reading: ClusterReading) -> Int {
    var count = 0
    for topic in reading.topics where topic.isSelected {
      count += topic.partitions.count { row in
        reading.partitions.leader(of: row).map(reading.scope.includes) ?? true
      }
    }
    return count
  }
}
