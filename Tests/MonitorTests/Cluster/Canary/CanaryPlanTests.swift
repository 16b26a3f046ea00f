import Kafka
import Model
import Testing

@testable import Monitor

@Suite struct CanaryPlanTests {
  private func topic(_ partitions: (NodeID?, NodeID?)...) -> CanaryTopic {
    CanaryTopic(partitions: partitions.map { CanaryTopic.Partition(leader: $0, preferred: $1) })
  }

  @Test func `each broker has the partitions that it leads`() {
    let plan = CanaryPlan(topic((2, 2), (1, 1), (2, 3)), brokers: [1, 2, 3])
    #expect(plan.led == [1: [1], 2: [0, 2]])
    #expect(plan.uncovered.isEmpty)
    #expect(!plan.needsTopic)
  }

  @Test func `a topic that is not there is to be made, if there is a broker`() {
    #expect(CanaryPlan(nil, brokers: [1]).needsTopic)
    #expect(!CanaryPlan(nil, brokers: []).needsTopic)
    #expect(!CanaryPlan(topic(), brokers: [1]).needsTopic)
  }

  @Test func `a broker that will never lead is named, one whose partition is elsewhere for now is not`() {
    let plan = CanaryPlan(topic((1, 1), (1, 2), (nil, 3)), brokers: [1, 2, 3, 5, 4])
    #expect(plan.led == [1: [0, 1]])
    #expect(plan.uncovered == [4, 5])
  }

  @Test(arguments: [
    ([7], [[7]]), ([2, 1], [[1, 2], [2, 1]]), ([1, 2, 3], [[1, 2, 3], [2, 3, 1], [3, 1, 2]]),
    ([4, 1, 3, 2], [[1, 2, 3], [2, 3, 4], [3, 4, 1], [4, 1, 2]]), ([], []),
  ])
  func `every broker gets one partition, with copies on others`(brokers: [NodeID], expected: [[NodeID]]) {
    #expect(CanaryCreation.assignments(brokers) == expected)
  }

  @Test func `a topic is asked for with its assignment, so that nothing is left to the cluster`() throws {
    let request = CanaryCreation.request("canary", brokers: [1, 2], timeout: .seconds(3))
    let topic = try #require(request.topics.first)
    #expect(request.topics.count == 1 && topic.name == "canary" && !request.validateOnly)
    #expect(topic.numPartitions == nil && topic.replicationFactor == nil)
    #expect(topic.assignments.map(\.partitionIndex) == [0, 1])
    #expect(topic.assignments.map(\.brokerIDs) == [[1, 2], [2, 1]])
    #expect(request.timeoutMilliseconds == 3000)
    let settings = topic.configs.map { "\($0.name)=\($0.value ?? "")" }
    #expect(settings.contains("cleanup.policy=delete") && settings.contains("retention.ms=3600000"))
  }
}
