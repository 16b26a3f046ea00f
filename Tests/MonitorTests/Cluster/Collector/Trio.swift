import Kafka
import Simulation

/// Three brokers, each with two partitions of `orders` and one group that reads it: what most tests break somewhere.
enum Trio {
  static let groups = ["group-1", "group-2", "group-3"]

  static func cluster() -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("orders", partitions: 6)
    for partition in 0..<6 { cluster.append(100, to: "orders", PartitionID(rawValue: Int32(partition))) }
    for broker in 1...3 {
      cluster.addGroup("group-\(broker)", reading: "orders")
      cluster.groups["group-\(broker)"]?.coordinator = BrokerID(rawValue: Int32(broker))
    }
    return cluster
  }
}

extension SimulatedCluster {
  /// Ten more records in every partition of `orders`, and every group reads five of them.
  mutating func goOn() {
    for index in topics["orders"]?.partitions.indices ?? 0..<0 {
      let partition = PartitionID(rawValue: Int32(index))
      append(10, to: "orders", partition)
      for group in Trio.groups {
        guard let commit = groups[group]?.commits["orders"]?[partition] else { continue }
        self.commit(commit.offset + 5, by: group, in: "orders", partition)
      }
    }
  }
}
