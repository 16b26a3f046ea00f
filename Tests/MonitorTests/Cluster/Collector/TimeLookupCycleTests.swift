import Kafka
import Model
import Simulation
import TestSupport
import Testing

@testable import Monitor

/// How old a lag is that began before anybody watched.
@Suite(.timeLimit(.minutes(2))) struct TimeLookupCycleTests {
  /// A record a second for the last hour in every partition.
  private static func cluster() -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: 2)
    let now = ManualTime().now().wall.nanoseconds / 1_000_000
    for topic in ["orders", "tiered"] {
      cluster.addTopic(topic, partitions: 2)
      for partition in [PartitionID(0), 1] {
        for minute in 0..<60 {
          cluster[topic, partition]?.log.append(60, at: now - 3_600_000 + Int64(minute) * 60_000)
        }
        cluster.commit(1800, by: "old", in: topic, partition)
        cluster.commit(3000, by: "young", in: topic, partition)
      }
    }
    cluster.topics["tiered"]?.configs["remote.storage.enable"] = "true"
    return cluster
  }

  @Test func `it is found by a few questions by time, one to a leader in every other cycle`()
    async throws
  {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      try await world.watching { watcher throws in
        var section = try await watcher.cycle()
        #expect(section.lags(of: "old") == [1800, 1800, 1800, 1800])
        #expect(section.verdict.lags.lagSeconds(0) == nil)
        for _ in 1...24 {
          let (counts, next) = try await world.requests { try await watcher.cycle() }
          #expect(counts.values.reduce(0, +) <= 5 * 2 + 2)
          section = next
        }
        let passed = 24.0 * 10
        for (group, age) in [("old", 1800.0), ("young", 600)] {
          let rows = try #require(section.group(group)?.positions)
          for row in rows.prefix(2) {
            let found = try #require(section.verdict.lags.lagSeconds(row))
            #expect(abs(found - age - passed) <= 0.1 * (age + passed) + 60)
          }
          // A search by time reaches into remote storage.
          #expect(rows.dropFirst(2).allSatisfy { section.verdict.lags.lagSeconds($0) == nil })
        }
        let byTime = world.simulation.received(ListOffsetsRequest.self).filter { request in
          request.topics.contains { $0.partitions.contains { $0.timestamp >= 0 } }
        }
        #expect(byTime.count >= 8)
        #expect(byTime.allSatisfy { $0.topics.map(\.name) == ["orders"] })
      }
    }
  }

  @Test func `a topic that appears meanwhile leads no answer to another partition`() async throws {
    try await CollectorWorld.with(Self.cluster()) { world throws in
      try await world.watching { watcher throws in
        var section = try await watcher.cycle()
        for round in 1...24 {
          if round % 3 == 0 { world.simulation.change { $0.addTopic("a-\(round)", partitions: 3) } }
          section = try await watcher.cycle()
        }
        let row = try #require(section.group("old")?.positions?.lowerBound)
        let found = try #require(section.verdict.lags.lagSeconds(row))
        #expect(abs(found - 1800 - 240) <= 264)
      }
    }
  }
}
