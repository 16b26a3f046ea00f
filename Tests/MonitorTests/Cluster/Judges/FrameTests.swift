import Model
import Testing

@testable import Monitor

@Suite struct FrameTests {
  private func topics(_ list: [(String, UInt64?, Int)]) -> [TopicReading] {
    var row = 0
    return list.map { name, id, partitions in
      defer { row += partitions }
      return TopicReading(
        name: name, id: id.flatMap(ClusterBuilder.id), isInternal: false, partitions: row..<(row + partitions)
      )
    }
  }

  @Test func `rows are followed through new, deleted and grown topics`() {
    let map = RowMap(
      from: topics([("a", 1, 2), ("c", 3, 2), ("d", 4, 1)]),
      to: topics([("b", 2, 1), ("c", 3, 3), ("d", 4, 1)]))
    #expect((0..<5).map(map.row(earlier:)) == [nil, nil, 1, 2, 4])
    #expect((0..<5).map(map.earlierRow(of:)) == [nil, 2, 3, nil, 4])
    #expect((0..<3).map(map.topic(earlier:)) == [nil, 1, 2])
    #expect((0..<3).map(map.earlierTopic(of:)) == [nil, 1, 2])
    #expect(map.row(earlier: 99) == nil)
    #expect(map.earlierRow(of: -1) == nil)
  }

  @Test
  func
    `trap 11: a re-created topic keeps its name but none of its rows, by id or by having fewer partitions`()
  {
    for (before, after) in [((1, 2), (2, 2)), ((nil, 3), (nil, 2))] as [((UInt64?, Int), (UInt64?, Int))] {
      let map = RowMap(from: topics([("a", before.0, before.1)]), to: topics([("a", after.0, after.1)]))
      #expect(map.topic(earlier: 0) == 0)
      #expect(map.isRecreated(0))
      #expect(map.row(earlier: 0) == nil)
    }
  }

  @Test func `a reading without topic ids between two with them changes nothing`() {
    let map = RowMap(from: topics([("a", 1, 2)]), to: topics([("a", nil, 2)]))
    #expect(map.isIdentity)
  }

  /// So many partitions, and one group with a commit on so many of them.
  private func reading(_ partitions: Int, lags: Int = 0) -> ClusterReading {
    var cluster = ClusterBuilder(ends: Array(repeating: 1, count: partitions))
    if lags > 0 { cluster.groups["g"] = ClusterBuilder.Group(commits: (0..<lags).map { ("t", $0, 0) }) }
    return cluster.built
  }

  @Test func `the page falls back from partitions beyond the budget and returns only with room to spare`() {
    var judge = SeriesBudgetJudge(wish: .automatic, limit: 1000)
    let budgets = [100, 167, 160, 151, 149, 167].map {
      judge.judge(reading($0), perPartition: 6, perLag: 3)
    }
    #expect(budgets.map(\.granularity) == [.partition, .lags, .lags, .lags, .partition, .lags])
    #expect(budgets.map(\.fellBack) == [false, true, true, true, false, true])
    #expect(budgets[0].wanted == 600)
  }

  @Test
  func `it gives up each lag only when those alone are too many, and takes them back with room to spare`() {
    var judge = SeriesBudgetJudge(wish: .automatic, limit: 100)
    let granularities = [(10, 10), (100, 100), (101, 101), (95, 95), (91, 91), (90, 90), (12, 9), (9, 9)].map
    {
      judge.judge(reading($0, lags: $1), perPartition: 6, perLag: 3).granularity
    }
    #expect(granularities == [.partition, .lags, .topic, .topic, .topic, .lags, .lags, .partition])
  }

  @Test func `who asks for a granularity gets it whatever it costs`() {
    let reading = reading(2, lags: 2)
    for (wish, granularity) in [(.partition, .partition), (.lags, .lags), (.topic, .topic)]
      as [(SeriesBudgetJudge.Wish, Granularity)]
    {
      for limit in [1, 1000] {
        var judge = SeriesBudgetJudge(wish: wish, limit: limit)
        let budget = judge.judge(reading, perPartition: 6, perLag: 3)
        #expect(budget == SeriesBudget(granularity: granularity, wanted: 18, limit: limit, fellBack: false))
      }
    }
  }

  @Test func `only the partitions that a broker's own watcher shows count against its budget`() {
    var reading = reading(4)
    reading.scope = .broker(1)
    var judge = SeriesBudgetJudge(wish: .automatic, limit: 1000)
    #expect(judge.judge(reading, perPartition: 6, perLag: 3).wanted == 24)
    reading.scope = .broker(2)
    #expect(judge.judge(reading, perPartition: 6, perLag: 3).wanted == 0)
  }

  @Test func `brokers are found by id whether it is small, large or unknown`() {
    let slots = BrokerSlots([70_000, 2, 1, 2, -5])
    #expect(slots.brokers == [-5, 1, 2, 70_000])
    #expect([-5, 1, 2, 70_000, 3].map { slots[$0] } == [0, 1, 2, 3, nil])
  }
}
