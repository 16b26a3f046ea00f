import Kafka
import Model

/// Asks what is not asked in every cycle, each job on the slow connections.
struct SlowSweep: Sendable {
  /// Resource types of DescribeConfigs.
  private static let topicResource: Int8 = 2
  private static let bytesPerTopic = 400

  let asking: CycleAsking
  /// Of brokers that answer.
  let brokers: [NodeID: BrokerAddress]

  func topicSettings(_ names: [String], from address: BrokerAddress) async -> [String: TopicSettings] {
    var settings: [String: TopicSettings] = [:]
    for part in ReplySplit.parts(names, bytes: { _ in Self.bytesPerTopic }) {
      let request = DescribeConfigsRequest { request in
        request.resources = part.map { name in
          .init {
            $0.resourceType = Self.topicResource
            $0.resourceName = name
            $0.configurationKeys = TopicSettings.keys
          }
        }
      }
      guard let response = await asking.ask(request, address, on: .slow, for: "topic_settings") else { break }
      for result in response.results
      where !asking.refuses(result.errorCode, .describeConfigs, for: "topic_settings") {
        settings[result.resourceName] = TopicSettings(result.configs)
      }
    }
    return settings
  }

  /// Fenced brokers are listed only by brokers that can be asked for them; without them the list says nothing that metadata
  /// does not.
  func registrations(from address: BrokerAddress) async -> [Registration]? {
    guard let versions = await asking.versions(of: address, on: .slow) else {
      asking.count("registrations", "no_connection")
      return nil
    }
    guard versions.version(of: DescribeClusterRequest.api).map({ $0 >= 2 }) == true else {
      asking.count("registrations", "unsupported")
      return nil
    }
    let request = DescribeClusterRequest { $0.includeFencedBrokers = true }
    guard let response = await asking.ask(request, address, on: .slow, for: "registrations"),
      !asking.refuses(response.errorCode, .describeCluster, for: "registrations")
    else { return nil }
    return response.brokers.map(Registration.init)
  }

  /// In ZooKeeper mode only the controller knows, with KRaft every broker asks it.
  func reassignments(from address: BrokerAddress) async -> [MovingPartition]? {
    let request = ListPartitionReassignmentsRequest {
      $0.timeoutMilliseconds = Int32(clamping: asking.deadline.wholeNanoseconds / 1_000_000)
    }
    guard let response = await asking.ask(request, address, on: .controller, for: "reassignments"),
      !asking.refuses(response.errorCode, .listPartitionReassignments, for: "reassignments")
    else { return nil }
    return MovingPartition.all(in: response)
  }

  /// Nil where the quorum cannot be asked.
  func quorum(from address: BrokerAddress) async -> QuorumAnswer? {
    let request = DescribeQuorumRequest { request in
      request.topics = [
        .init {
          $0.topicName = "__cluster_metadata"
          $0.partitions = [.init()]
        }
      ]
    }
    switch await asking.attempt(request, address, on: .controller, for: "quorum") {
    case .success(let response):
      if asking.refuses(response.errorCode, .describeQuorum, for: "quorum") {
        return response.errorCode == .requestTimedOut ? .late : nil
      }
      return QuorumAnswer(response)
    case .failure(let error):
      return error.isAboutTime && !asking.isSilent(address) ? .late : nil
    }
  }

  func logDirs() async -> [NodeID: BrokerLogDirs] {
    await fromEach("log_dirs", DescribeLogDirsRequest()) { response, broker in
      if asking.refuses(response.errorCode, .describeLogDirs, for: "log_dirs") { return nil }
      let dirs = BrokerLogDirs(response, broker: broker)
      if dirs == nil { asking.count("log_dirs", "empty") }
      return dirs
    }
  }

  func transactions() async -> [NodeID: [TransactionReading]] {
    await fromEach("transactions", ListTransactionsRequest()) { response, broker in
      if asking.refuses(response.errorCode, .listTransactions, for: "transactions") { return nil }
      return response.transactionStates.compactMap { transaction in
        TransactionReading.State(rawValue: transaction.transactionState).map {
          TransactionReading(id: transaction.transactionalID, state: $0, coordinator: broker)
        }
      }
    }
  }

  private func fromEach<Request: KafkaRequest, Value: Sendable>(
    _ part: String, _ request: Request, _ read: @escaping @Sendable (Request.Response, NodeID) -> Value?
  ) async -> [NodeID: Value] {
    await withTaskGroup(of: (NodeID, Value?).self) { tasks in
      for (broker, address) in brokers {
        tasks.addTask {
          let response = await asking.ask(request, address, on: .slow, for: part)
          return (broker, response.flatMap { read($0, broker) })
        }
      }
      return await tasks.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }
}
