import Kafka
import Model

extension ListTransactionsRequest: SimulatedRequest {
  private static let states: Set<String> = [
    "Empty", "Ongoing", "PrepareCommit", "PrepareAbort", "CompleteCommit", "CompleteAbort", "Dead",
    "PrepareEpochFence",
  ]

  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<ListTransactionsResponse> {
    let shown = cluster.transactions.filter { id, transaction in
      let age = transaction.startMilliseconds.map { question.now.wall - $0 }
      return cluster.coordinator(ofTransaction: id) == question.broker
        && (stateFilters.isEmpty || stateFilters.contains(transaction.state))
        && (producerIDFilters.isEmpty || producerIDFilters.contains(transaction.producerID))
        && (durationFilter.map { age ?? -1 > $0 } ?? true)
    }
    return .reply(
      ListTransactionsResponse {
        $0.unknownStateFilters = stateFilters.filter { !Self.states.contains($0) }
        $0.transactionStates = shown.sorted { $0.key < $1.key }.map { id, transaction in
          ListTransactionsResponse.Transaction {
            $0.transactionalID = id
            $0.producerID = transaction.producerID
            $0.transactionState = transaction.state
          }
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout ListTransactionsResponse) {
    response.errorCode = error
    response.transactionStates = []
  }
}

extension DescribeTransactionsRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<DescribeTransactionsResponse> {
    .reply(
      DescribeTransactionsResponse {
        $0.transactionStates = transactionalIDs.map { id in
          DescribeTransactionsResponse.Transaction {
            $0.transactionalID = id
            guard cluster.coordinator(ofTransaction: id) == question.broker else {
              $0.errorCode = .notCoordinator
              return
            }
            guard let transaction = cluster.transactions[id] else {
              $0.errorCode = .transactionalIDNotFound
              return
            }
            $0.fill(from: transaction)
          }
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout DescribeTransactionsResponse) {
    for index in response.transactionStates.indices { response.transactionStates[index].errorCode = error }
  }
}

extension DescribeTransactionsResponse.Transaction {
  fileprivate mutating func fill(from transaction: SimulatedTransaction) {
    transactionState = transaction.state
    transactionTimeoutMilliseconds = transaction.timeoutMilliseconds
    transactionStartTimeMilliseconds = transaction.startMilliseconds
    producerID = transaction.producerID
    producerEpoch = transaction.producerEpoch
    topics = transaction.partitions.sorted { $0.key < $1.key }.map { name, partitions in
      Topic {
        $0.topic = name
        $0.partitions = partitions
      }
    }
  }
}

extension DescribeProducersRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<DescribeProducersResponse> {
    .reply(
      DescribeProducersResponse {
        $0.topics = topics.map { topic in
          DescribeProducersResponse.Topic {
            $0.name = topic.name
            $0.partitions = topic.partitionIndexes.map { .init($0, of: topic.name, in: cluster) }
          }
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout DescribeProducersResponse) {
    for topic in response.topics.indices {
      for index in response.topics[topic].partitions.indices {
        response.topics[topic].partitions[index].errorCode = error
        response.topics[topic].partitions[index].activeProducers = []
      }
    }
  }
}

extension DescribeProducersResponse.Topic.Partition {
  fileprivate init(_ index: PartitionID, of topic: String, in cluster: SimulatedCluster) {
    self.init()
    partitionIndex = index
    guard let partition = cluster[topic, index] else {
      errorCode = .unknownTopicOrPartition
      return
    }
    let writing = cluster.transactions.values.filter { $0.partitions[topic]?.contains(index) == true }
    activeProducers = writing.sorted { $0.producerID < $1.producerID }.map { transaction in
      Producer {
        $0.producerID = transaction.producerID
        $0.producerEpoch = Int32(transaction.producerEpoch)
        $0.lastTimestamp = transaction.startMilliseconds
        $0.currentTransactionStartOffset = partition.log.openTransaction
      }
    }
  }
}
