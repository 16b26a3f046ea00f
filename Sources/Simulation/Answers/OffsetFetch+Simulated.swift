import Kafka

extension OffsetFetchRequest: SimulatedRequest {
  static var showsTime: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<OffsetFetchResponse> {
    .reply(
      OffsetFetchResponse {
        $0.groups = groups.map { asked in
          OffsetFetchResponse.Group {
            $0.groupID = asked.groupID
            if let obstacle = cluster.obstacle(asked.groupID, at: question.broker) {
              $0.errorCode = obstacle
              return
            }
            $0.topics = asked.positions(in: cluster.groups[asked.groupID]?.commits ?? [:])
          }
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout OffsetFetchResponse) {
    for index in response.groups.indices {
      response.groups[index].errorCode = error
      response.groups[index].topics = []
    }
  }
}

extension OffsetFetchRequest.Group {
  fileprivate func positions(
    in commits: [String: [PartitionID: SimulatedCommit]]
  ) -> [OffsetFetchResponse.Group.Topic] {
    guard let topics else {
      return commits.sorted { $0.key < $1.key }.map { name, positions in
        .init(name, positions.sorted { $0.key < $1.key }.map { .init($0, $1) })
      }
    }
    return topics.map { topic in
      .init(topic.name, topic.partitionIndexes.map { .init($0, commits[topic.name]?[$0]) })
    }
  }
}

extension OffsetFetchResponse.Group.Topic {
  fileprivate init(_ name: String, _ partitions: [Partition]) {
    self.init()
    self.name = name
    self.partitions = partitions
  }
}

extension OffsetFetchResponse.Group.Topic.Partition {
  fileprivate init(_ index: PartitionID, _ commit: SimulatedCommit?) {
    self.init()
    partitionIndex = index
    errorCode = commit?.error ?? .none
    guard errorCode.isSuccess else { return }
    committedOffset = commit?.offset
    committedLeaderEpoch = commit?.leaderEpoch
    metadata = commit?.metadata ?? ""
  }
}
