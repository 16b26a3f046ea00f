import Exporter
import Model
import TestSupport
import Testing

/// The golden rows were worked out by hand from the clusters' values; nothing writes them anew.
@Suite struct ClusterPageTests {
  private func page(_ world: FixedClusters) async throws -> Page {
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: world.store, time: world.time)
    return await cache.page(.text004, .identity)
  }

  /// What is said of everybody's health is made of clusters, too, and has tests of its own.
  private func rowsOfClusters(_ page: Page) -> [String] {
    page.rows.filter { !$0.hasPrefix("broker_health") }
  }

  private func rows(_ cluster: ClusterSection) async throws -> [String] {
    try await page(FixedClusters([cluster])).rows.filter { $0.contains("{cluster=") }
  }

  @Test func `fixed clusters give the golden rows`() async throws {
    let golden = try Repository.text(of: "Tests/Golden/clusters.txt").split(separator: "\n").map(String.init)
    let rows = rowsOfClusters(try await page(FixedClusters()))
    #expect(rows.filter { !golden.contains($0) } == [], "not in the golden file")
    #expect(golden.filter { !rows.contains($0) } == [], "missing")
    #expect(rows == golden, "in another order")
  }

  @Test(.enabled(if: PeerProgram.isUsable("promtool", requiredAs: "prometheus"), "promtool is not installed"))
  func `promtool objects to the two names that are older than its rules, and to nothing else`() async throws {
    let promtool = try ChildProcess("promtool", ["check", "metrics"])
    promtool.write(try await page(FixedClusters()).text)
    promtool.closeInput()
    #expect(try await promtool.wait() == 3)
    let complaints = try await promtool.standardError.text() + promtool.standardOutput.text()
    let names = complaints.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(names == ["broker_partition_count", "broker_topic_count"])
  }

  @Test func `the cached page drops a cluster the moment that one is not believed any more`() async throws {
    let world = FixedClusters()
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: world.store, time: world.time)
    let first = await cache.page(.text004, .identity)
    world.time.advance(by: .seconds(30))
    #expect(cache.cached(.text004, .identity)?.bytes == first.bytes)
    world.time.advance(by: .nanoseconds(1))
    #expect(cache.cached(.text004, .identity) == nil)
    let rows = rowsOfClusters(await cache.page(.text004, .identity))
    #expect(!rows.contains { $0.contains("{cluster=") })
    #expect(rows.contains { $0.hasPrefix("brokerwatch_kafka_requests_total") })
  }

  @Test func `a cluster that goes stale takes nothing from the others`() async throws {
    let world = FixedClusters()
    let now = world.time.now()
    var old = FixedClusters.frozen(now)
    old = FixedClusters.section(
      "old", old.reading, old.verdict, readAt: FixedClusters.earlier(now, by: .seconds(20)))
    let store = FixedClusters([FixedClusters.main(now), old])
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: store.store, time: store.time)
    let before = rowsOfClusters(await cache.page(.text004, .identity))
    store.time.advance(by: .seconds(11))
    let after = rowsOfClusters(await cache.page(.text004, .identity))
    #expect(before.contains { $0.contains("cluster=\"old\"") })
    #expect(after == before.filter { !$0.contains("cluster=\"old\"") })
  }

  private func names(_ granularity: Granularity) async throws -> Set<String> {
    var main = FixedClusters.main(FixedClusters().time.now())
    main.showsAssignments = true
    main.verdict.budget = SeriesBudget(granularity: granularity, wanted: 9, limit: 1, fellBack: true)
    return Set(try await rows(main).map { String($0.prefix { $0 != "{" }) })
  }

  @Test func `a coarser page lacks the series by partition, but for each lag if asked, and trouble always`()
    async throws
  {
    let finest = try await names(.partition)
    let byPartition = finest.filter { $0.hasPrefix("broker_partition_") }
    #expect(byPartition.count == 9)
    let positions: Set = [
      "broker_consumer_committed_offset", "broker_consumer_lag_seconds", "broker_consumer_assignment_info",
    ]
    let lost = byPartition.subtracting(["broker_partition_trouble", "broker_partition_count"])
    #expect(try await names(.lags) == finest.subtracting(lost).subtracting(positions))
    #expect(
      try await names(.topic)
        == finest.subtracting(lost).subtracting(positions).subtracting(["broker_consumer_lag"]))
  }

  @Test func `it says how fine it is, and that it would be finer`() async throws {
    var main = FixedClusters.main(FixedClusters().time.now())
    main.verdict.budget = SeriesBudget(granularity: .lags, wanted: 900, limit: 100, fellBack: true)
    #expect(
      try await rows(main).filter { $0.hasPrefix("brokerwatch_series_") } == [
        "brokerwatch_series_budget{cluster=\"main\"} 100",
        "brokerwatch_series_fallback{cluster=\"main\"} 1",
        "brokerwatch_series_granularity{cluster=\"main\",granularity=\"partition\"} 0",
        "brokerwatch_series_granularity{cluster=\"main\",granularity=\"lags\"} 1",
        "brokerwatch_series_granularity{cluster=\"main\",granularity=\"topic\"} 0",
        "brokerwatch_series_wanted{cluster=\"main\"} 900",
      ])
  }

  @Test func `who consumes what is shown to those who ask for it`() async throws {
    var main = FixedClusters.main(FixedClusters().time.now())
    main.showsAssignments = true
    #expect(
      try await rows(main).filter { $0.hasPrefix("broker_consumer_assignment_info") }
        == [("orders", "0"), ("\\\"re\\\\created\\\"\\n", "0")].map { topic, partition in
          "broker_consumer_assignment_info{cluster=\"main\",group=\"billing\",topic=\"\(topic)\","
            + "partition=\"\(partition)\",member=\"m-1\",client=\"c\",host=\"/10.0.0.1\"} 1"
        })
  }

  @Test func `a reading that names rows or topics that are not there costs those rows only`() async throws {
    var main = FixedClusters.main(FixedClusters().time.now())
    main.verdict.groupTopics[0] = GroupTopicVerdict(topic: 99)
    main.verdict.groups[0].topics = 0..<500
    main.verdict.messagesIn = [TrafficCount(topic: -1, broker: 1, records: 1)]
    main.verdict.troubles = [.hot]
    main.reading.groups[2].positions = 3..<9999
    main.reading.groups[1].positions = main.reading.positions.append([
      GroupPosition(partition: 77, offset: 1), GroupPosition(partition: -4, offset: 1),
    ])
    let rows = try await rows(main)
    #expect(!rows.contains { $0.hasPrefix("broker_messages_in_total") })
    #expect(rows.count { $0.hasPrefix("broker_partition_trouble") } == 1)
    #expect(rows.count { $0.hasPrefix("broker_consumer_lag{") } == 5)
  }

  @Test func `of topics that are left out only the trouble of internal ones is told by name`() async throws {
    var main = FixedClusters.main(FixedClusters().time.now())
    main.showsAssignments = true
    main.verdict.troubles[0] = .underReplicated
    for index in main.reading.topics.indices { main.reading.topics[index].isSelected = false }
    let rows = try await rows(main)
    #expect(
      rows.filter { $0.hasPrefix("broker_partition_trouble") } == [
        "broker_partition_trouble{cluster=\"main\",topic=\"__consumer_offsets\",partition=\"0\","
          + "kind=\"under_replicated\"} 1"
      ])
    #expect(!rows.contains { $0.hasPrefix("broker_consumer_assignment_info") })
    #expect(rows.contains("broker_topic_count{cluster=\"main\"} 3"))
  }
}
