import Model
import Kafka
import Testing

@testable import Monitor

@Suite("Reading metadata")
struct MetadataOrderTests {
  @Test("partitions become rows by their number, in whatever order a broker lists them")
  func order() {
    let inOrder = reading(of: [0, 1, 2])
    #expect((0..<3).map { inOrder.partitions.leader(of: $0) } == [10, 11, 12])
    #expect(Array(inOrder.partitions.replicas[2]) == [12, 1])
    let mixed = reading(of: [2, 0, 1])
    #expect(mixed.partitions == inOrder.partitions)
    #expect(mixed.topics == inOrder.topics)
  }

  @Test("a partition that is listed twice counts once, and one that is left out is a row of which nothing is known")
  func gaps() {
    let table = reading(of: [3, 1, 1]).partitions
    #expect((0..<4).map { table.leader(of: $0) } == [nil, 11, nil, 13])
    #expect((0..<4).map { table.replicas[$0].count } == [0, 2, 0, 2])
  }

  /// Partition n is led by broker 10 + n.
  private func reading(of partitions: [Int32]) -> MetadataReading {
    let response = MetadataResponse {
      $0.topics = [
        .init {
          $0.name = "orders"
          $0.partitions = partitions.map { number in
            .init {
              $0.partitionIndex = PartitionID(rawValue: number)
              $0.leaderID = BrokerID(rawValue: 10 + number)
              $0.replicaNodes = [BrokerID(rawValue: 10 + number), 1]
            }
          }
        }
      ]
    }
    return MetadataReading(response) { _ in true }
  }
}
