import Model
import Testing

@testable import Monitor

@Suite struct PartitionDirectoryTests {
  private static let id = "0f5b1c9d2a7e4b6f8c3d1e0a9b8c7d6e"

  @Test(arguments: [
    ("orders-0", "orders", PartitionDirectoryKind.current), ("a-b.c_d-12", "a-b.c_d", .current),
    ("__consumer_offsets-49", "__consumer_offsets", .current),
    ("orders-3.\(id)-delete", "orders", .delete), ("orders-3.\(id)-future", "orders", .future),
    ("orders-3.\(id)-stray", "orders", .stray), ("v1.2-events-7.\(id)-delete", "v1.2-events", .delete),
  ])
  func `Kafka's names tell topic and state`(name: String, topic: String, kind: PartitionDirectoryKind) {
    let directory = PartitionDirectory(name: name, parent: nil)
    #expect(directory?.topic == topic)
    #expect(directory?.kind == kind)
  }

  @Test(arguments: [
    "", "-", "-0", "orders", "orders-", "orders-x", "orders-0-delete", "orders-1.-", "a b-0",
    "orders-12345678901",
    "orders-x.\(id)-delete", ".\(id)-future", "snapshots", "orders-0.", "ünïcode-0",
  ])
  func `other names are not those of partitions`(name: String) {
    #expect(PartitionDirectory(name: name, parent: nil) == nil)
  }

  @Test func `Redpanda keeps partitions below their topics`() {
    let directory = PartitionDirectory(name: "3_18", parent: "orders")
    #expect(directory?.topic == "orders")
    #expect(directory?.kind == .current)
    #expect(PartitionDirectory(name: "3_18", parent: nil) == nil)
    #expect(PartitionDirectory(name: "3_x", parent: "orders") == nil)
  }
}
