import Kafka
import Model
import Testing

@testable import Monitor

/// What is asked, in how many parts, and how it is counted where nothing came of it.
@Suite struct AskingTests {
  @Test(
    arguments: [
      ([], 10, []), ([3, 3, 3], 10, [[3, 3, 3]]), ([5, 5, 5], 10, [[5, 5], [5]]), ([20], 10, [[20]]),
      ([20, 1, 20], 10, [[20], [1], [20]]), ([0, 0, 0], 0, [[0, 0, 0]]),
    ] as [([Int], Int, [[Int]])])
  func `questions are cut where the reply would grow too large, each in one part and in order`(
    sizes: [Int], limit: Int, parts: [[Int]]
  ) {
    #expect(ReplySplit.parts(sizes, limit: limit) { $0 } == parts)
  }

  @Test func `a usual number of groups is one question`() {
    #expect(ReplySplit.parts(Array(0..<3000)) { _ in 2400 }.count == 1)
    #expect(ReplySplit.parts(Array(0..<10_000)) { _ in 2400 }.count == 3)
  }

  @Test func `what is missing is added up by part and reason, sorted, and bounded`() {
    var tally = UnreadTally()
    tally.count("log_ends", "NOT_LEADER_OR_FOLLOWER", times: 3)
    tally.count("log_dirs", "timeout")
    tally.count("log_ends", "NOT_LEADER_OR_FOLLOWER")
    tally.count("log_ends", "closed", times: 0)
    #expect(
      tally.parts == [
        UnreadPart(part: "log_dirs", reason: "timeout"),
        UnreadPart(part: "log_ends", reason: "NOT_LEADER_OR_FOLLOWER", count: 4),
      ])
    for number in 0..<1000 { tally.count("part-\(number)", "reason") }
    tally.count("log_dirs", "timeout")
    #expect(tally.parts.count == 200)
    #expect(tally.parts.first?.count == 2)
  }

  @Test func `what a slow job lacked is told until it is asked again, what others lacked only once`() {
    var memory = UnreadMemory()
    let dirs = UnreadPart(part: "log_dirs", reason: "CLUSTER_AUTHORIZATION_FAILED", count: 3)
    let ends = UnreadPart(part: "log_ends", reason: "timeout")
    #expect(memory.merge([dirs, ends], asked: ["log_dirs", "log_ends", "groups"]) == [dirs, ends])
    #expect(memory.merge([], asked: ["log_ends", "groups"]) == [dirs])
    #expect(memory.merge([ends], asked: ["log_ends", "transactions"]) == [dirs, ends])
    #expect(memory.merge([], asked: ["log_dirs"]) == [])
    #expect(memory.merge([], asked: []) == [])
  }

  @Test func `one question per leader names each of its partitions once, and leaderless ones not at all`() {
    var cluster = ClusterBuilder()
    cluster.topics["a"] = [1, 2, nil].map { .init(leader: $0) }
    cluster.topics["b"] = [2, 2].map { .init(leader: $0) }
    cluster.topics["c"] = [.init(leader: 3)]
    let reading = cluster.built
    let requests = OffsetQuestions.requests(
      reading.topics, reading.partitions, timestamp: OffsetQuestions.earliest, isolation: 1
    ) { _, topic in topic.name != "c" }
    #expect(requests.keys.sorted() == [1, 2])
    let second = requests[2]
    #expect(second?.topics.map(\.name) == ["a", "b"])
    #expect(second?.topics.map { $0.partitions.map(\.partitionIndex) } == [[1], [0, 1]])
    #expect(second?.topics.allSatisfy { $0.partitions.allSatisfy { $0.timestamp == -2 } } == true)
    #expect(second?.isolationLevel == 1)
  }
}
