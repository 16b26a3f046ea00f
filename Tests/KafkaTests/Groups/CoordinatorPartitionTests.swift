import Kafka
import Testing

@Suite struct CoordinatorPartitionTests {
  @Test(
    arguments: [("my-group", 12), ("console-consumer-1", 24), ("polygenelubricants", 0)]
      as [(String, PartitionID)])
  func `a group lives where Java's hash says`(group: String, partition: PartitionID) {
    #expect(CoordinatorPartition.index(of: group, partitionCount: 50) == partition)
  }

  @Test func `without partitions there is no answer`() {
    #expect(CoordinatorPartition.index(of: "a", partitionCount: 0) == nil)
  }
}
