import Kafka

extension FetchRequest: SimulatedRequest {
  static var showsTime: Bool { true }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<FetchResponse> {
    var room = Int(max(0, maxBytes))
    var isWorthIt = false
    var response = FetchResponse()
    for topic in topics {
      var answer = FetchResponse.Topic { $0.topic = topic.topic }
      for asked in topic.partitions {
        let partition = read(asked, of: cluster[topic.topic, asked.partition], question.broker, room: room)
        let count = partition.records?.count ?? 0
        room -= count
        if count > 0 || !partition.errorCode.isSuccess { isWorthIt = true }
        answer.partitions.append(partition)
      }
      response.responses.append(answer)
    }
    let deadline = question.arrival + Int64(max(0, maxWaitMilliseconds))
    // There is nothing to wait for where nothing was asked for: so clients say goodbye.
    let mayAnswer = isWorthIt || minBytes <= 0 || topics.isEmpty || question.now.uptime >= deadline
    return mayAnswer ? .reply(response) : .wait(until: deadline)
  }

  private func read(
    _ asked: Topic.Partition, of partition: SimulatedPartition?, _ broker: BrokerID, room: Int
  ) -> FetchResponse.Topic.Partition {
    FetchResponse.Topic.Partition {
      $0.partitionIndex = asked.partition
      guard let partition, partition.leader == broker else {
        $0.errorCode = partition == nil ? .unknownTopicOrPartition : .notLeaderOrFollower
        return
      }
      let log = partition.log
      $0.errorCode = partition.error
      guard partition.error.isSuccess else { return }
      guard log.start...log.end ~= asked.fetchOffset else {
        $0.errorCode = .offsetOutOfRange
        return
      }
      $0.highWatermark = log.end
      $0.lastStableOffset = log.lastStable
      $0.logStartOffset = log.start
      let limit = isolationLevel == 1 ? log.lastStable : log.end
      let maximum = min(room, Int(max(0, asked.partitionMaxBytes)))
      // Once the whole answer is full, not even the first batch of a further partition goes in.
      $0.records = room > 0 ? log.read(from: asked.fetchOffset, upTo: limit, maximum: maximum) : []
    }
  }

  static func put(_ error: ErrorCode, into response: inout FetchResponse) {
    for topic in response.responses.indices {
      for index in response.responses[topic].partitions.indices {
        let number = response.responses[topic].partitions[index].partitionIndex
        response.responses[topic].partitions[index] = FetchResponse.Topic.Partition {
          $0.partitionIndex = number
          $0.errorCode = error
        }
      }
    }
  }
}
