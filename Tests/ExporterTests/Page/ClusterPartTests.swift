import Model
import TestSupport
import Testing

@testable import Exporter

@Suite struct ClusterPartTests {
  private let build = BuildInfo(version: "1", revision: nil, swiftVersion: "6")

  private func page(_ clusters: [ClusterSection]) -> String {
    let world = FixedClusters(clusters)
    return StatusPage.render(
      world: world.store.current, now: world.time.now(), notWatched: [], links: [], build: build)
  }

  private var now: Moment { ManualTime().now() }

  private func well(_ change: (inout ClusterReading, inout ClusterVerdict) -> Void = { _, _ in })
    -> ClusterSection
  {
    var (reading, verdict) = (ClusterReading(), ClusterVerdict())
    reading.brokers = [BrokerReading(id: 1, isLive: true, answers: true)]
    verdict.isFrozen = false
    verdict.brokers = [BrokerVerdict(id: 1)]
    verdict.brokers[0].underReplicated = 0
    change(&reading, &verdict)
    return FixedClusters.section("<x>", reading, verdict, readAt: now)
  }

  @Test
  func `a cluster in trouble says what is missing, which groups do not get on, and what could not be read`() {
    let page = page([FixedClusters.main(now)])
    #expect(
      page.contains(
        "<h3>main <span class=\"state bad\">in trouble</span> <span class=\"kind\">Kafka (KRaft) 4.3</span></h3>"
      ))
    #expect(page.contains("<dd>2 up, 3 expected; no answer from 3</dd>"))
    #expect(page.contains("<dd>node 100</dd>"))
    #expect(
      page.contains(
        "<dd>5 partitions in 3 topics, 1 under-replicated, 1 offline, 0 with a leader that does not answer</dd>"
      ))
    #expect(page.contains("4 groups, 1 in trouble:<ul>"))
    #expect(
      page.contains(
        "<li><strong>billing</strong>: stalled, 100 offsets behind (leaderless partition, disk full)</li>"))
    #expect(page.contains("<li>committed offsets: timeout (2 times)</li>"))
    #expect(page.contains("<li>log dirs: CLUSTER_AUTHORIZATION_FAILED</li>"))
    #expect(!page.contains("class=\"notice\""))
  }

  @Test func `a frozen cluster claims nothing that only the quorum knows`() {
    let page = page([FixedClusters.frozen(now)])
    #expect(page.contains("<h3>frozen <span class=\"state bad\">frozen</span>"))
    #expect(page.contains("The metadata quorum is lost."))
    #expect(page.contains("<dt>Controller</dt><dd>unknown</dd>"))
    #expect(page.contains("1 partition in 1 topic, unknown under-replicated, 0 offline, 1 with a leader"))
    #expect(page.contains("1 up, unknown expected; no answer from 2"))
  }

  @Test func `a stale cluster is marked and shows no number of before`() {
    let stale = FixedClusters.section(
      "main", FixedClusters.main(now).reading, FixedClusters.mainVerdict,
      readAt: FixedClusters.earlier(now, by: .seconds(45)))
    let page = page([stale, well()])
    #expect(page.contains("<h3>main <span class=\"state bad\">late</span>"))
    #expect(page.contains("Last read 45 s ago."))
    #expect(!page.contains("billing"))
    #expect(page.contains("<h3>&lt;x&gt; <span class=\"state good\">well</span></h3>"))
  }

  @Test func `at most ten groups are listed, the worst and largest first`() throws {
    let statuses: [(String, GroupStatus, Int64)] =
      (10..<20).map { ("lagging-\($0)", .lagging, Int64($0)) }
      + [("a-little", .stalled, 1), ("<much>", .stalled, 2), ("gone", .stopped, 0)]
    let cluster = well { reading, verdict in
      reading.topics = [TopicReading(name: "t", id: nil, isInternal: false, partitions: 0..<1)]
      for (index, (name, status, lag)) in statuses.enumerated() {
        reading.groups.append(GroupReading(name: name))
        var topic = GroupTopicVerdict(topic: 0)
        topic.lag = lag
        verdict.groupTopics.append(topic)
        var group = GroupVerdict()
        (group.status, group.topics) = (status, index..<(index + 1))
        verdict.groups.append(group)
      }
    }
    let page = page([cluster])
    let names = page.matches(of: /<li><strong>([^<]*)<\/strong>/).map { String($0.1) }
    #expect(names == ["gone", "&lt;much&gt;", "a-little"] + (13..<20).reversed().map { "lagging-\($0)" })
    #expect(page.contains("13 groups, 13 in trouble"))
    #expect(page.contains("<li>and 3 more</li>"))
    #expect(page.contains("a-little</strong>: stalled, 1 offset behind</li>"))
    #expect(page.contains(">needs a look</span>"))
  }

  @Test func `what is wrong decides the word`() {
    let cases: [(ClusterState, (inout ClusterReading, inout ClusterVerdict) -> Void)] = [
      (.well, { _, _ in }),
      (.unread, { reading, _ in reading.brokers = [] }),
      (.unread, { reading, _ in reading.brokers[0].answers = nil }),
      (.unread, { reading, _ in reading.brokers[0].isLive = nil }),
      (.frozen, { _, verdict in verdict.isFrozen = true }),
      (.failing, { reading, _ in reading.brokers[0].answers = false }),
      (.failing, { _, verdict in verdict.offline = 1 }),
      (.failing, { _, verdict in verdict.unavailable = 1 }),
      (.failing, { _, verdict in verdict.brokers[0].underMinimum = 1 }),
      (
        .failing,
        { _, verdict in
          verdict.liveBrokers = 1
          verdict.expectedBrokers = ExpectedBrokers(source: .configured, count: 2, brokers: [])
        }
      ),
      (.impaired, { _, verdict in verdict.brokers[0].underReplicated = 1 }),
      (.well, { _, verdict in verdict.brokers[0].underReplicated = nil }),
    ]
    for (number, (state, change)) in cases.enumerated() {
      #expect(ClusterState(well(change), isFresh: true) == state, "\(number)")
      #expect(ClusterState(well(change), isFresh: false) == .late)
    }
  }

  @Test func `without clusters there is no such part`() {
    #expect(!page([]).contains("Kafka clusters"))
  }
}
