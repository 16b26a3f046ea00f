import Kafka
import Model
import Simulation
import TestSupport
import Testing

@testable import Monitor

/// Brokers that speak as other releases do. By protocol: the tables are theirs, the broker is the Simulation.
@Suite(.timeLimit(.minutes(2))) struct ReleaseTests {
  struct Release: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let table: VersionTable
    var kind = ClusterKind.kraft
    let version: String?
    var hasTopicIDs = true
    /// What is missing for want of an API.
    let unsupported: Set<String>
    let missingAPIs: Set<String>
  }

  private static let kinds: Set<String> = [
    "ConsumerGroupDescribe", "ShareGroupDescribe", "StreamsGroupDescribe", "DescribeShareGroupOffsets",
  ]

  static let releases = [
    Release(
      testDescription: "Kafka 2.4", table: .kafka2_4, kind: .zookeeper, version: "2.4", hasTopicIDs: false,
      unsupported: ["registrations", "transactions"],
      missingAPIs: kinds.union(["DescribeCluster", "ListTransactions", "DescribeQuorum"])),
    Release(
      testDescription: "Kafka 2.8", table: .kafka2_8, kind: .zookeeper, version: "2.8",
      unsupported: ["registrations", "transactions"],
      missingAPIs: kinds.union(["ListTransactions", "DescribeQuorum"])),
    Release(
      testDescription: "Kafka 3.0", table: .kafka3_0, kind: .zookeeper, version: "3.0",
      unsupported: ["registrations"], missingAPIs: kinds.union(["DescribeQuorum"])),
    Release(
      testDescription: "Kafka 3.9 with ZooKeeper", table: .kafka3_9ZooKeeper, kind: .zookeeper,
      version: "3.9",
      unsupported: ["registrations"],
      missingAPIs: kinds.subtracting(["ConsumerGroupDescribe"]).union(["DescribeQuorum"])),
    Release(
      testDescription: "Kafka 3.9", table: .kafka3_9, version: "3.9", unsupported: ["registrations"],
      missingAPIs: kinds.subtracting(["ConsumerGroupDescribe"])),
    Release(
      testDescription: "Kafka 4.3", table: .kafka4_3, version: "4.3", unsupported: [], missingAPIs: []),
    Release(
      testDescription: "Redpanda", table: .redpanda, kind: .redpanda, version: nil, hasTopicIDs: false,
      unsupported: ["registrations"],
      missingAPIs: kinds.union(["DescribeCluster", "DescribeQuorum"])),
  ]

  private static func cluster(_ release: Release, brokers: Int = 3) -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: brokers, versions: release.table)
    if release.kind != .kraft { (cluster.features, cluster.quorum) = ([:], nil) }
    if release.kind == .redpanda { cluster.id = "redpanda.6f1c" }
    cluster.hasTopicIDs = release.hasTopicIDs
    cluster.addTopic("orders", partitions: 6, replication: brokers)
    for partition in 0..<6 { cluster.append(100, to: "orders", PartitionID(rawValue: Int32(partition))) }
    for number in 1...5 { cluster.addGroup("group-\(number)", reading: "orders") }
    cluster.commit(60, by: "group-1", in: "orders", 3)
    return cluster
  }

  @Test(arguments: releases)
  func `every release is read as far as it can be asked, and says what cannot`(release: Release) async throws
  {
    try await CollectorWorld.with(Self.cluster(release)) { world throws in
      try await world.watching { watcher throws in
        for _ in 1...10 {
          let section = try await watcher.cycle()
          #expect(section.reading.identity.kind == release.kind)
          #expect(section.reading.identity.version == release.version)
          #expect(
            section.reading.brokers.map(\.version) == [release.version, release.version, release.version])
          #expect(section.ends(of: "orders") == [Int64?](repeating: 100, count: 6))
          #expect(section.starts(of: "orders") == [Int64?](repeating: 0, count: 6))
          #expect(section.reading.groups.map(\.state) == [GroupState?](repeating: .stable, count: 5))
          #expect(section.reading.groups.map { $0.members?.count } == [Int?](repeating: 1, count: 5))
          #expect(section.lags(of: "group-1") == [0, 0, 0, 40, 0, 0])
          #expect(section.reading.topics.allSatisfy { ($0.id != nil) == release.hasTopicIDs })
          #expect((section.verdict.isFrozen != nil) == (release.kind == .kraft))
          #expect(section.verdict.controller == 1)
          #expect(section.reading.logDirs?.count == 3)
          // A part that has its turn seldom is missing in between too.
          #expect(Set(section.unread.map(\.part)) == release.unsupported)
          #expect(section.unread.allSatisfy { $0.reason == "unsupported" })
          #expect(section.apiSupport.count == 3)
          for support in section.apiSupport.values {
            #expect(Set(support.filter { !$0.value }.keys) == release.missingAPIs)
          }
        }
        #expect(world.simulation.problems.isEmpty)
      }
    }
  }

  @Test(arguments: [VersionTable.kafka2_8, .redpanda])
  func `trap 24: old brokers are asked group by group, at most 32 at a time`(table: VersionTable) async throws
  {
    var cluster = SimulatedCluster(brokers: 1, versions: table)
    cluster.addTopic("orders", partitions: 1)
    for number in 0..<100 { cluster.addGroup("group-\(number)", reading: "orders") }
    try await CollectorWorld.with(cluster) { world throws in
      world.simulation.setFault(.stall, broker: 1, api: .offsetFetch)
      try await world.watching { watcher throws in
        async let cycle = watcher.cycle()
        try await eventually("as many are asked for as may be at one time") {
          watcher.meter.statistics.requests[.offsetFetch] == 32
        }
        for _ in 0..<20 { await world.everybodyHadATurn() }
        #expect(watcher.meter.statistics.requests[.offsetFetch] == 32)
        world.simulation.setFault(nil, broker: 1, api: .offsetFetch)
        let section = try await cycle
        #expect(watcher.meter.statistics.requests[.offsetFetch] == 100)
        #expect(section.reading.groups.count == 100)
        #expect(section.reading.groups.allSatisfy { $0.positions?.count == 1 })
      }
    }
  }

  @Test
  func `trap 23: in a rolling upgrade every broker is asked in its own versions, and the cluster has none`()
    async throws
  {
    var cluster = Trio.cluster()
    cluster[node: 1]?.versions = .kafka3_9
    cluster[node: 2]?.versions = .kafka4_3
    cluster[node: 3]?.versions = .kafka3_0
    try await CollectorWorld.with(cluster) { world throws in
      try await world.watching { watcher throws in
        for _ in 1...8 {
          let section = try await watcher.cycle()
          #expect(section.reading.brokers.map(\.version) == ["3.9", "4.3", "3.0"])
          #expect(section.reading.identity.version == nil)
          #expect(section.reading.groups.map { $0.positions?.count } == [6, 6, 6])
          #expect(section.ends(of: "orders") == [Int64?](repeating: 100, count: 6))
          #expect(section.apiSupport[2]?["StreamsGroupDescribe"] == true)
          #expect(section.apiSupport[3]?["StreamsGroupDescribe"] == false)
        }
        #expect(world.simulation.problems.isEmpty)
        var section = try await watcher.cycle()
        for broker in [BrokerID(1), 2, 3] {
          world.simulation.setFault(.refuse, broker: broker.rawValue)
          world.simulation.change { $0[node: broker]?.versions = .kafka4_3 }
          _ = try await watcher.patientCycle()
          world.simulation.setFault(nil, broker: broker.rawValue)
          section = try await watcher.patientCycle()
          #expect(section.broker(broker.rawValue)?.version == "4.3")
        }
        #expect(section.reading.identity.version == "4.3")
      }
    }
  }
}
