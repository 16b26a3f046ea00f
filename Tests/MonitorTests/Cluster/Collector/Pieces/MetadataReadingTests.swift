import Kafka
import Model
import Testing

@testable import Monitor

/// One broker's metadata in our own values.
@Suite struct MetadataReadingTests {
  private static func topic(_ name: String?, _ indexes: [Int32], error: ErrorCode = .none)
    -> MetadataResponse.Topic
  {
    .init { topic in
      topic.name = name
      topic.errorCode = error
      topic.partitions = indexes.map { index in
        .init {
          $0.partitionIndex = PartitionID(rawValue: index)
          $0.leaderID = BrokerID(rawValue: index + 10)
          $0.replicaNodes = [1]
        }
      }
    }
  }

  private static func reading(_ topics: MetadataResponse.Topic...) -> MetadataReading {
    MetadataReading(MetadataResponse { $0.topics = topics }) { $0 != "hidden" }
  }

  @Test func `topics are sorted by name and partitions by number, each once`() {
    let reading = Self.reading(Self.topic("b", [1, 0, 1]), Self.topic("a", [0]), Self.topic("a", [0, 1]))
    #expect(reading.topics.map(\.name) == ["a", "b"])
    #expect(reading.topics.map(\.partitions) == [0..<1, 1..<3])
    #expect((0..<3).map { reading.partitions.leader(of: $0) } == [10, 10, 11])
  }

  @Test func `a partition that metadata skips has a row of its own that says nothing`() {
    let reading = Self.reading(Self.topic("a", [0, 3]))
    #expect(reading.topics.map(\.partitions) == [0..<4])
    #expect((0..<4).map { reading.partitions.leader(of: $0) } == [10, nil, nil, 13])
    #expect((0..<4).map { reading.partitions.replicas[$0].count } == [1, 0, 0, 1])
  }

  @Test func `a number beyond all reason makes no rows`() {
    #expect(Self.reading(Self.topic("a", [0, 2_000_000_000, -5])).partitions.count == 1)
  }

  @Test func `a topic without a name or with an error for an answer is none, one that is left out is marked`()
  {
    let reading = Self.reading(
      Self.topic(nil, [0]), Self.topic("", [0]), Self.topic("gone", [], error: .unknownTopicOrPartition),
      Self.topic("hidden", [0]), Self.topic("late", [0], error: .leaderNotAvailable))
    #expect(reading.topics.map(\.name) == ["hidden", "late"])
    #expect(reading.topics.map(\.isSelected) == [false, true])
  }

  @Test(arguments: [
    ("kafka", Int32(9092), true), ("", 9092, false), ("kafka", 0, false), ("kafka", 70_000, false),
  ])
  func `an address that nobody can connect to is none`(host: String, port: Int32, isUsable: Bool) {
    #expect((BrokerAddress(host, port) != nil) == isUsable)
  }
}
