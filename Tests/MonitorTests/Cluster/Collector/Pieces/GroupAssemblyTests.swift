import Kafka
import Model
import Testing

@testable import Monitor

/// Groups made of what brokers say now and said before.
@Suite struct GroupAssemblyTests {
  private static let topics: [TopicReading] = [
    TopicReading(name: "hidden", id: nil, isInternal: false, partitions: 0..<2, isSelected: false),
    TopicReading(name: "orders", id: nil, isInternal: false, partitions: 2..<5),
  ]

  private static func listed(_ name: String, _ type: String = "consumer", state: String = "Stable")
    -> ListedGroup
  {
    ListedGroup(
      ListGroupsResponse.Group {
        $0.groupID = name
        $0.groupType = type
        $0.groupState = state
      })
  }

  private static func commits(_ offsets: [(String, PartitionID, Int64?, ErrorCode)]) -> GroupCommits {
    .committed(
      OffsetFetchResponse.Group { group in
        group.topics = offsets.map { topic, partition, offset, code in
          .init { answer in
            answer.name = topic
            answer.partitions = [
              .init {
                $0.partitionIndex = partition
                $0.committedOffset = offset
                $0.errorCode = code
              }
            ]
          }
        }
      })
  }

  private static func broker(_ id: NodeID, _ groups: [ListedGroup], isListed: Bool = true) -> BrokerGroups {
    var broker = BrokerGroups(broker: id)
    (broker.isListed, broker.listed) = (isListed, groups)
    return broker
  }

  private static func carried(
    _ earlier: ClusterReading = ClusterReading(), silent: Set<NodeID> = [], expired: Set<String> = []
  ) -> CarriedGroups {
    CarriedGroups(
      earlier, RowMap(from: earlier.topics, to: topics), silentBrokers: silent, expired: expired)
  }

  private static func assemble(
    _ brokers: [BrokerGroups], _ carried: CarriedGroups = carried()
  ) -> (groups: [GroupReading], positions: PositionTable) {
    GroupAssembly.assemble(brokers, TopicIndex(topics), carrying: carried)
  }

  @Test
  func
    `trap 2: a commit of nothing, an error and a topic that is left out have no row, strangers are counted`()
  {
    var broker = Self.broker(1, [Self.listed("g")])
    broker.commits["g"] = Self.commits([
      ("orders", 2, 30, .none), ("orders", 0, 10, .none), ("orders", 1, nil, .none),
      ("orders", 1, 7, .unstableOffsetCommit), ("hidden", 0, 5, .none), ("orders", 3, 1, .none),
      ("gone", 0, 1, .none),
    ])
    let (groups, positions) = Self.assemble([broker])
    #expect(groups.map(\.name) == ["g"])
    #expect(groups[0].positions == 0..<2)
    #expect(positions.partitions == [2, 4])
    #expect(positions.offsets == [10, 30])
    #expect(groups[0].unmatchedCommits == 2)
  }

  @Test func `trap 22: a share group has its own start and the lag that its broker reports, or none`() {
    var broker = Self.broker(1, [Self.listed("s", "share")])
    broker.commits["s"] = .shared(
      DescribeShareGroupOffsetsResponse.Group { group in
        group.topics = [
          .init { topic in
            topic.topicName = "orders"
            topic.partitions = ([(0, 5, 9), (1, 6, -1), (2, nil, 3)] as [(Int32, Int64?, Int64)]).map {
              index, start, lag in
              .init {
                $0.partitionIndex = PartitionID(rawValue: index)
                $0.startOffset = start
                $0.lag = lag
              }
            }
          }
        ]
      })
    let (groups, positions) = Self.assemble([broker])
    #expect(groups[0].kind == .share)
    #expect(positions.offsets == [5, 6])
    #expect([positions.reportedLags[0], positions.reportedLags[1]] == [9, nil])
  }

  @Test(arguments: [
    ("Consumer", GroupKind.consumer), ("", .classic), ("Share", .share), ("Future", .classic),
  ])
  func `trap 21: the type decides the kind, and brokers that do not say have classic groups`(
    type: String, kind: GroupKind
  ) {
    #expect(Self.listed("g", type).kind == kind)
  }

  private static func earlier() -> ClusterReading {
    var cluster = ClusterBuilder()
    cluster.topics = ["hidden": [.init(), .init()], "orders": [.init(), .init(), .init()]]
    cluster.groups["a"] = .init(coordinator: 1, commits: [("orders", 0, 10)])
    cluster.groups["b"] = .init(coordinator: 2, commits: [("orders", 1, 20), ("orders", 2, 30)])
    cluster.groups["c"] = .init(coordinator: 2, commits: nil)
    return cluster.built
  }

  @Test func `trap 17: while a broker is silent what it said stays, without members, until it is too old`() {
    let heard = [Self.broker(1, [Self.listed("a")]), Self.broker(2, [], isListed: false)]
    let (groups, positions) = Self.assemble(heard, Self.carried(Self.earlier(), silent: [2]))
    #expect(groups.map(\.name) == ["a", "b", "c"])
    #expect(groups.map(\.members) == [nil, nil, nil])
    #expect(groups.map { $0.positions?.map { positions.offsets[$0] } } == [[10], [20, 30], nil])
    let late = Self.assemble(heard, Self.carried(Self.earlier(), silent: [2], expired: ["b"])).groups
    #expect(late.map(\.name) == ["a", "c"])
  }

  @Test func `what nobody lists while everybody speaks is gone`() {
    let heard = [Self.broker(1, [Self.listed("a")]), Self.broker(2, [])]
    #expect(Self.assemble(heard, Self.carried(Self.earlier())).groups.map(\.name) == ["a"])
  }

  @Test func `trap 16: what a silent broker had and another lists now is the other's`() {
    var first = Self.broker(1, [Self.listed("b")])
    first.commits["b"] = Self.commits([("orders", 0, 99, .none)])
    let (groups, positions) = Self.assemble(
      [first, Self.broker(2, [], isListed: false)], Self.carried(Self.earlier(), silent: [2]))
    let group = groups.first { $0.name == "b" }
    #expect(group?.coordinator == 1)
    #expect(group?.positions?.map { positions.offsets[$0] } == [99])
  }

  @Test func `a group is too old after so many silent cycles, and young again once it is heard`() {
    var ledger = SilenceLedger()
    for _ in 1...3 { ledger.record(known: ["a", "b"], heard: ["a"]) }
    #expect(ledger.expired(after: 3) == ["b"])
    #expect(ledger.expired(after: 4).isEmpty)
    ledger.record(known: ["a", "b"], heard: ["a", "b"])
    #expect(ledger.expired(after: 1).isEmpty)
  }
}
