import Model
import Testing

@testable import Monitor

@Suite struct TrafficTests {
  @Test func `records in are the growth of the ends, by leader`() {
    var cluster = ClusterBuilder(ends: [100, 200])
    cluster.topics["t"]?[1].leader = 2
    var run = JudgeRun()
    #expect(run(cluster).messagesIn.map(\.records) == [0, 0])
    cluster.topics["t"]?[0].end = 110
    cluster.topics["t"]?[1].end = 205
    #expect(
      run(cluster).messagesIn == [
        TrafficCount(topic: 0, broker: 1, records: 10), TrafficCount(topic: 0, broker: 2, records: 5),
      ])
    cluster.topics["t"]?[0].leader = 2
    cluster.topics["t"]?[0].end = 113
    #expect(run(cluster).messagesIn.map(\.records) == [10, 8])
  }

  @Test func `an end that was unknown for a while is made up for`() {
    var cluster = ClusterBuilder(ends: [100])
    var run = JudgeRun()
    for end in [100, nil, nil, 130] as [Int64?] {
      cluster.topics["t"]?[0].end = end
      run(cluster)
    }
    #expect(run(cluster).messagesIn.map(\.records) == [30])
  }

  @Test func `trap 11: a re-created topic starts anew but its counter goes on, with and without topic ids`() {
    for id in [ClusterBuilder.id(2), nil] {
      var cluster = ClusterBuilder(ends: [100])
      if id == nil { cluster.ids = [:] }
      var run = JudgeRun()
      run(cluster)
      cluster.topics["t"]?[0].end = 150
      run(cluster)
      cluster.ids["t"] = id
      cluster.topics["t"]?[0].end = 10
      #expect(run(cluster).messagesIn.map(\.records) == [50])
      cluster.topics["t"]?[0].end = 14
      #expect(run(cluster).messagesIn.map(\.records) == [54])
    }
  }

  @Test func `a topic with a new id and more records than before has not grown by the difference`() {
    var cluster = ClusterBuilder(ends: [100])
    var run = JudgeRun()
    run(cluster)
    cluster.ids["t"] = ClusterBuilder.id(2)
    cluster.topics["t"]?[0].end = 500
    #expect(run(cluster).messagesIn.map(\.records) == [0])
  }

  @Test func `trap 31: a sidecar counts only what its own broker leads, and nothing of what grew elsewhere`()
  {
    var cluster = ClusterBuilder(ends: [100, 100])
    cluster.reading.scope = .broker(1)
    cluster.topics["t"]?[1].leader = 2
    var run = JudgeRun()
    run(cluster)
    cluster.topics["t"]?[0].leader = 2
    cluster.topics["t"]?[0].end = 150
    cluster.topics["t"]?[1].end = 150
    #expect(run(cluster).messagesIn == [TrafficCount(topic: 0, broker: 1, records: 0)])
    cluster.topics["t"]?[0].leader = 1
    cluster.topics["t"]?[0].end = 170
    run(cluster)
    cluster.topics["t"]?[0].end = 173
    #expect(run(cluster).messagesIn == [TrafficCount(topic: 0, broker: 1, records: 3)])
  }

  @Test func `records out are the growth of commits, by coordinator, and also count for group and topic`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.groups["a"] = .init(coordinator: 1, commits: [("t", 0, 10)])
    cluster.groups["b"] = .init(coordinator: 2, commits: [("t", 0, 50)])
    var run = JudgeRun()
    #expect(run(cluster).messagesOut.map(\.records) == [0, 0])
    cluster.groups["a"]?.commits = [("t", 0, 15)]
    cluster.groups["b"]?.commits = [("t", 0, 80)]
    let verdict = run(cluster)
    #expect(
      verdict.messagesOut == [
        TrafficCount(topic: 0, broker: 1, records: 5), TrafficCount(topic: 0, broker: 2, records: 30),
      ])
    #expect(verdict.groupTopics.map(\.consumed) == [5, 30])
  }

  @Test func `a rewind takes nothing off the counter, and what is read again counts again`() {
    var cluster = ClusterBuilder(ends: [100])
    var run = JudgeRun()
    var counts: [UInt64] = []
    for offset in [50, 60, 20, 30] as [Int64] {
      cluster.groups["g"] = .init(commits: [("t", 0, offset)])
      counts.append(run(cluster).groupTopics[0].consumed)
    }
    #expect(counts == [0, 10, 10, 20])
  }

  @Test func `trap 18: a group that nobody lists while its coordinator moves goes on where it was`() {
    var cluster = ClusterBuilder(ends: [100])
    var run = JudgeRun()
    cluster.groups["g"] = .init(commits: [("t", 0, 10)])
    run(cluster)
    cluster.groups["g"] = .init(commits: [("t", 0, 20)])
    run(cluster)
    cluster.groups["g"] = nil
    run(cluster, after: 60)
    cluster.groups["g"] = .init(commits: nil)
    run(cluster, after: 60)
    cluster.groups["g"] = .init(commits: [("t", 0, 35)])
    #expect(run(cluster).groupTopics[0].consumed == 25)
    cluster.groups["g"] = nil
    run(cluster, after: 301)
    run(cluster)
    // What it did in so long a time nobody saw; the counter goes on all the same.
    cluster.groups["g"] = .init(commits: [("t", 0, 40)])
    #expect(run(cluster).groupTopics[0].consumed == 25)
    cluster.groups["g"] = .init(commits: [("t", 0, 42)])
    #expect(run(cluster).groupTopics[0].consumed == 27)
  }

  @Test func `trap 33: counters of a group outlive its absence for a day, and then they start anew`() {
    for (hours, counted, rebalances) in [(23.9, 10, 1), (24.1, 0, 0)] as [(Double, UInt64, UInt64)] {
      var cluster = ClusterBuilder(ends: [100])
      var run = JudgeRun()
      cluster.groups["g"] = .init(commits: [("t", 0, 10)])
      run(cluster)
      cluster.groups["g"] = .init(state: .preparingRebalance, commits: [("t", 0, 20)])
      run(cluster)
      cluster.groups["g"] = nil
      for _ in 0..<10 { run(cluster, after: hours * 360) }
      cluster.groups["g"] = .init(commits: [("t", 0, 90)])
      let verdict = run(cluster, after: 0.1)
      #expect(verdict.groupTopics[0].consumed == counted)
      #expect(verdict.groups[0].rebalances == rebalances)
    }
  }

  @Test func `trap 33: a topic on which a group has no commit for a while goes on counting where it was`() {
    var cluster = ClusterBuilder(ends: [100])
    cluster.topics["a"] = [.init(end: 100)]
    cluster.topics["z"] = [.init(end: 100)]
    var run = JudgeRun()
    let names = ["a", "t", "z"]
    for offset in [10, 20] as [Int64] {
      cluster.groups["g"] = .init(commits: names.map { ($0, 0, offset) })
      run(cluster)
    }
    for present in [["t"], [], ["z"], ["a"]] {
      cluster.groups["g"] = .init(commits: present.map { ($0, 0, 20) })
      #expect(run(cluster).groupTopics.map(\.consumed) == present.map { _ in 10 })
    }
    cluster.groups["g"] = .init(commits: names.map { ($0, 0, 25) })
    // Only on the first one its position is known from the reading before.
    #expect(run(cluster).groupTopics.map(\.consumed) == [15, 10, 10])
  }

  @Test func `of more than ten thousand absent groups those seen last are remembered`() {
    var cluster = ClusterBuilder(ends: [100])
    var run = JudgeRun()
    let crowd = (0..<10_000).map { "crowd\($0)" }
    for (old, offset) in [("a", 10), ("a", 20)] as [(String, Int64)] {
      cluster.groups = [old: .init(commits: [("t", 0, offset)])]
      run(cluster)
    }
    for offset in [10, 20] as [Int64] {
      cluster.groups = ["b": .init(commits: [("t", 0, offset)])]
      for name in crowd.dropLast() { cluster.groups[name] = .init(commits: []) }
      run(cluster)
    }
    cluster.groups = [:]
    for _ in 0..<3 { run(cluster, after: 400) }
    cluster.groups = ["a": .init(commits: [("t", 0, 20)]), "b": .init(commits: [("t", 0, 20)])]
    #expect(run(cluster).groupTopics.map(\.consumed) == [0, 10])
  }

  @Test func `trap 33: whatever happens to ends, commits, leaders and topics, no counter ever falls`() {
    var random = SystemRandomNumberGenerator()
    var cluster = ClusterBuilder()
    var run = JudgeRun()
    var highest: [String: UInt64] = [:]
    for _ in 0..<500 {
      cluster.ids["t"] = ClusterBuilder.id(UInt64.random(in: 1...2, using: &random))
      cluster.topics["t"] = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        .init(
          leader: [nil, 1, 2].randomElement(using: &random) ?? nil,
          start: Int64.random(in: 0...50, using: &random),
          end: [nil, Int64.random(in: 0...100, using: &random)].randomElement(using: &random) ?? nil)
      }
      cluster.topics["a"] = Bool.random(using: &random) ? [.init(end: 5)] : nil
      cluster.groups["g"] = .init(commits: [("t", 0, Int64.random(in: 0...100, using: &random))])
      let verdict = run(cluster, after: 1)
      let topic = verdict.groupTopics[0].topic
      var now = ["consumed": verdict.groupTopics[0].consumed, "lost": verdict.groupTopics[0].lost]
      for count in verdict.messagesIn where count.topic == topic { now["in\(count.broker)"] = count.records }
      for count in verdict.messagesOut where count.topic == topic {
        now["out\(count.broker)"] = count.records
      }
      for (name, value) in now {
        #expect(value >= highest[name] ?? 0, "\(name)")
        highest[name] = value
      }
    }
    #expect(highest.values.allSatisfy { $0 > 0 })
  }

  @Test func `a partition far above its topic's median for ten minutes is hot`() {
    var cluster = ClusterBuilder(ends: [0, 0, 0, 0])
    var run = JudgeRun()
    run(cluster)
    var hotSince: Int?
    for minute in 1...15 {
      for (partition, rate) in [600, 600, 600, 2400].enumerated() {
        cluster.topics["t"]?[partition].end = Int64(minute * rate)
      }
      let verdict = run(cluster, after: 60)
      #expect(!verdict.troubles[0].contains(.hot))
      if verdict.troubles[3].contains(.hot), hotSince == nil { hotSince = minute }
    }
    #expect(hotSince == 11)
  }

  @Test
  func `a busy partition is not hot for less than ten minutes, below one record a second, or among two`() {
    for rates in [[600, 600, 600, 1500], [1, 1, 1, 30], [60, 6000]] {
      var cluster = ClusterBuilder(ends: rates.map { _ in 0 })
      var run = JudgeRun()
      for minute in 1...15 {
        for (partition, rate) in rates.enumerated() {
          cluster.topics["t"]?[partition].end = Int64(minute * rate)
        }
        #expect(!run(cluster, after: 60).troubles.contains { $0.contains(.hot) })
      }
    }
  }

  @Test func `an end of an earlier cycle is no sign of a partition that rests, nor where another one starts`()
  {
    var cluster = ClusterBuilder(ends: [0, 0, 0, 0])
    var run = JudgeRun()
    run(cluster)
    var isEverHot = false
    for minute in 1...30 {
      for partition in 0..<4 {
        // The leader of the first three is read in every second minute only, and then not at all.
        let isFresh = partition == 3 || (minute % 2 == 0 && minute < 16)
        cluster.topics["t"]?[partition].isFresh = isFresh
        if isFresh { cluster.topics["t"]?[partition].end = Int64(minute * 600) }
      }
      // By the growth of ends as they stand the three would rest now and run twice as fast then; in the end only rest.
      isEverHot = isEverHot || run(cluster, after: 60).troubles.contains { $0.contains(.hot) }
    }
    #expect(!isEverHot)

    var own = ClusterBuilder(ends: [100])
    own.reading.scope = .broker(1)
    own.topics["t"]?[0].leader = 2
    var sidecar = JudgeRun()
    sidecar(own)
    // It comes back to us, but the end is still the one from before the other broker led it.
    own.topics["t"]?[0].leader = 1
    own.topics["t"]?[0].isFresh = false
    sidecar(own)
    own.topics["t"]?[0] = .init(end: 900)
    #expect(sidecar(own).messagesIn == [TrafficCount(topic: 0, broker: 1, records: 0)])
  }

  @Test func `trap 31: what a group consumed while another broker coordinated it is that one's watcher's`() {
    for (scope, counted) in [(.broker(1), 13), (.cluster, 33)] as [(ClusterScope, UInt64)] {
      var cluster = ClusterBuilder(ends: [100])
      cluster.reading.scope = scope
      var run = JudgeRun()
      let at = { (offset: Int64) in ClusterBuilder.Group(commits: [("t", 0, offset)]) }
      // Away for two readings, and then its coordinator still loads it.
      for group in [at(10), at(20), nil, nil, .init(commits: nil), at(40), at(43)] {
        cluster.groups["g"] = group
        run(cluster)
      }
      let verdict = run(cluster)
      #expect(verdict.groupTopics[0].consumed == counted)
      #expect(verdict.messagesOut.map(\.records) == [counted])
    }
  }
}
