import Kafka
import Model

extension DescribeShareGroupOffsetsRequest: SimulatedRequest {
  static var showsTime: Bool { true }

  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<DescribeShareGroupOffsetsResponse> {
    .reply(
      DescribeShareGroupOffsetsResponse {
        $0.groups = groups.map { asked in
          DescribeShareGroupOffsetsResponse.Group {
            $0.groupID = asked.groupID
            if let obstacle = cluster.obstacle(asked.groupID, at: question.broker) {
              $0.errorCode = obstacle
              return
            }
            guard let group = cluster.groups[asked.groupID], group.kind == .share else {
              $0.errorCode = .groupIDNotFound
              return
            }
            $0.topics = asked.positions(of: group, in: cluster.topics)
          }
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout DescribeShareGroupOffsetsResponse) {
    for index in response.groups.indices {
      response.groups[index].errorCode = error
      response.groups[index].topics = []
    }
  }
}

extension DescribeShareGroupOffsetsRequest.Group {
  fileprivate func positions(
    of group: SimulatedGroup, in all: [String: SimulatedTopic]
  ) -> [DescribeShareGroupOffsetsResponse.Group.Topic] {
    let asked =
      topics.map { $0.map { ($0.topicName, $0.partitions) } }
      ?? group.commits.sorted { $0.key < $1.key }.map { ($0, $1.keys.sorted()) }
    return asked.map { name, partitions in
      DescribeShareGroupOffsetsResponse.Group.Topic {
        $0.topicName = name
        $0.topicID = all[name]?.id ?? KafkaUUID()
        $0.partitions = partitions.map { index in
          let place = Int(index.rawValue)
          let known = all[name]?.partitions.indices.contains(place) == true
          return .init(index, group.commits[name]?[index], known ? all[name]?.partitions[place] : nil)
        }
      }
    }
  }
}

extension DescribeShareGroupOffsetsResponse.Group.Topic.Partition {
  fileprivate init(_ index: PartitionID, _ commit: SimulatedCommit?, _ partition: SimulatedPartition?) {
    self.init()
    partitionIndex = index
    startOffset = commit?.offset
    leaderEpoch = partition?.leaderEpoch
    if let commit, let partition { lag = max(0, partition.log.end - commit.offset) }
  }
}
