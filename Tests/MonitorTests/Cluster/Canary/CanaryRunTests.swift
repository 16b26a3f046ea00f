import Kafka
import Model
import Simulation
import TestSupport
import Testing

@testable import Monitor

@Suite(.timeLimit(.minutes(2))) struct CanaryRunTests {
  /// With the topic, one partition led by each broker and copied to all.
  private static var ready: SimulatedCluster {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("canary", partitions: 3, replication: 3)
    return cluster
  }

  private static let fine: [NodeID: [UInt64]] = [1: [1, 1, 0], 2: [1, 1, 0], 3: [1, 1, 0]]

  @Test func `the topic is made, and a record goes through every broker and comes back`() async throws {
    try await CanaryBed.with { bed throws in
      try await bed.round()
      let topic = try #require(bed.simulation.cluster.topics["canary"])
      #expect(topic.partitions.map(\.replicas) == [[1, 2, 3], [2, 3, 1], [3, 1, 2]])
      #expect(topic.configs["cleanup.policy"] == "delete")
      try await bed.round()
      let (counts, errors) = (bed.counts, bed.errors)
      #expect(counts == Self.fine)
      #expect(errors == [:])
      for broker in Int32(1)...3 {
        #expect(bed.simulation.requests(broker: broker, api: .produce) == 1)
        #expect(bed.simulation.requests(broker: broker, api: .fetch) == 1)
      }
      #expect(bed.simulation.problems.isEmpty)
      #expect(bed.log.messages(.warn).isEmpty)
    }
  }

  @Test func `a topic that is there is never made or changed`() async throws {
    try await CanaryBed.with(Self.ready) { bed throws in
      for _ in 0..<5 { try await bed.round() }
      #expect(bed.simulation.requests(api: .createTopics) == 0)
      #expect(bed.simulation.requests(api: .deleteTopics) == 0)
      #expect(bed.counts == [1: [5, 5, 0], 2: [5, 5, 0], 3: [5, 5, 0]])
    }
  }

  @Test(arguments: [APIKey.produce, .fetch])
  func `without a right it is said once, and tried again minutes later`(api: APIKey) async throws {
    try await CanaryBed.with(Self.ready) { bed throws in
      for broker in Int32(1)...3 {
        bed.simulation.setFault(.error(.topicAuthorizationFailed), broker: broker, api: api)
      }
      for _ in 0..<4 { try await bed.round() }
      #expect(bed.simulation.requests(api: api) == 3)
      let errors = ["TOPIC_AUTHORIZATION_FAILED": UInt64(1)]
      #expect(bed.errors == [1: errors, 2: errors, 3: errors])
      let right = api == .produce ? "WRITE" : "READ"
      #expect(
        bed.log.messages(.warn) == [
          "The canary has no right to \(right) on the topic 'canary' (TOPIC_AUTHORIZATION_FAILED). Allow this user "
            + "DESCRIBE, WRITE and READ on it, or switch the canary off. It tries again every 5 minutes."
        ])
      bed.time.advance(by: CanaryRests.length)
      try await bed.round()
      #expect(bed.simulation.requests(api: api) == 6)
      #expect(bed.log.messages(.warn).count == 1)
      for broker in Int32(1)...3 { bed.simulation.setFault(nil, broker: broker, api: api) }
      bed.time.advance(by: CanaryRests.length)
      try await bed.round()
      #expect(bed.run.readings.values.allSatisfy { $0.consumed > 0 && $0.lost == 0 })
    }
  }

  @Test func `a topic that may not be made is said once, and nothing else is tried`() async throws {
    try await CanaryBed.with { bed throws in
      for broker in Int32(1)...3 {
        bed.simulation.setFault(.error(.topicAuthorizationFailed), broker: broker, api: .createTopics)
      }
      for _ in 0..<3 {
        try await bed.round()
        // The simulation does what it refuses.
        bed.simulation.change { $0.topics["canary"] = nil }
      }
      #expect(bed.simulation.requests(api: .createTopics) == 1)
      #expect(bed.simulation.requests(api: .produce) == 0)
      #expect(bed.errors == [1: ["TOPIC_AUTHORIZATION_FAILED": 1]])
      let said = bed.log.messages(.warn)
      #expect(said.count == 1)
      #expect(
        said.first?.hasPrefix(
          "The canary cannot create its topic 'canary' (TOPIC_AUTHORIZATION_FAILED). Allow") == true)
    }
  }

  @Test func `a record that the cluster forgot is lost`() async throws {
    try await CanaryBed.with(Self.ready) { bed throws in
      bed.simulation.setFault(.error(.kafkaStorageError), broker: 2, api: .fetch)
      try await bed.round()
      #expect(bed.counts == [1: [1, 1, 0], 2: [1, 0, 0], 3: [1, 1, 0]])
      bed.simulation.change { $0["canary", 1]?.log.truncate(to: 0) }
      bed.simulation.setFault(nil, broker: 2, api: .fetch)
      try await bed.round()
      #expect(bed.counts == [1: [2, 2, 0], 2: [2, 1, 1], 3: [2, 2, 0]])
      #expect(bed.errors == [2: ["KAFKA_STORAGE_ERROR": 1]])
    }
  }

  @Test func `a broker that hands out nothing gets no more than a few records`() async throws {
    try await CanaryBed.with(Self.ready) { bed throws in
      bed.simulation.setFault(.error(.kafkaStorageError), broker: 2, api: .fetch)
      for _ in 0..<20 { try await bed.round(through: [2]) }
      #expect(bed.simulation.requests(broker: 2, api: .produce) == CanaryLedger.maximumInFlight)
      #expect(bed.simulation.requests(broker: 2, api: .fetch) == 20)
      bed.simulation.setFault(nil, broker: 2, api: .fetch)
      try await bed.round(through: [2])
      #expect(bed.counts == [2: [8, 8, 0]])
    }
  }

  @Test func `a broker that does not answer costs the others nothing`() async throws {
    try await CanaryBed.with(Self.ready, interval: .seconds(4)) { bed throws in
      bed.simulation.setFault(.stall, broker: 2, api: .produce)
      try await bed.round()
      #expect(bed.counts == [1: [1, 1, 0], 2: [0, 0, 0], 3: [1, 1, 0]])
      #expect(bed.errors == [2: ["timeout": 1]])
    }
  }

  @Test func `a record is read from whoever leads when its broker is gone`() async throws {
    try await CanaryBed.with(Self.ready) { bed throws in
      bed.simulation.setFault(.error(.kafkaStorageError), broker: 2, api: .fetch)
      try await bed.round()
      bed.simulation.change { $0.stop(2) }
      try await bed.round()
      // Its partition went to 3, which now hands out two records.
      #expect(bed.counts == [1: [2, 2, 0], 2: [1, 0, 0], 3: [2, 3, 0]])
      #expect(bed.run.readings[2]?.endToEnd.count == 1)
    }
  }

  @Test func `a broker that cannot be reached is counted by reason`() async throws {
    try await CanaryBed.with(Self.ready) { bed throws in
      try await bed.round()
      bed.simulation.setFault(.refuse, broker: 3)
      try await eventually("it is gone") { bed.simulation.connections(broker: 3) == 0 }
      try await bed.round()
      #expect(bed.counts == [1: [2, 2, 0], 2: [2, 2, 0], 3: [1, 1, 0]])
      let errors = bed.errors
      #expect(errors.keys.sorted() == [3])
      #expect(errors[3]?.values.reduce(0, +) == 1)
    }
  }

  @Test func `a broker without a partition is named once, and the topic stays as it is`() async throws {
    var cluster = SimulatedCluster(brokers: 3)
    cluster.addTopic("canary", partitions: 2, replication: 2)
    try await CanaryBed.with(cluster) { bed throws in
      for _ in 0..<3 { try await bed.round() }
      #expect(
        bed.log.messages(.warn) == [
          "Broker 3 is the first replica of no partition of the canary's topic 'canary', so no record goes through it. "
            + "Add a partition there with `kafka-topics.sh --alter --replica-assignment`, or delete the topic and it is "
            + "made anew."
        ])
      #expect(bed.simulation.requests(api: .createTopics) == 0)
      #expect(bed.counts == [1: [3, 3, 0], 2: [3, 3, 0]])
    }
  }
}
