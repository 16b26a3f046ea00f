import Kafka
import Testing

/// As `ToolAgreementTests`, for what concerns brokers, settings and transactions.
@Suite struct BrokerToolAgreementTests {
  static let releases = ["4.3.1", "3.9.2"]

  private func response<Request: KafkaRequest>(
    _: Request.Type, release: String, version: Int16
  ) throws -> Request.Response {
    let vector = try VectorFiles.capture("\(release)/\(Request.api.key.name)-v\(version)")
    return try Request.response(from: vector.reply, version: version)
  }

  @Test(arguments: releases, DescribeLogDirsRequest.api.versions)
  func `replicas are as large as log-dirs says`(release: String, version: Int16) throws {
    guard version < 5 || release == "4.3.1" else { return }
    let told = try ToolOutput(release: release, tool: "log-dirs").text
    let described = try response(DescribeLogDirsRequest.self, release: release, version: version)
    var count = 0
    for topic in described.results.flatMap(\.topics) where topic.name == "orders" {
      for partition in topic.partitions {
        count += 1
        let name = "\(topic.name)-\(partition.partitionIndex)"
        #expect(
          told.contains("\"partition\":\"\(name)\",\"size\":\(partition.partitionSize),\"offsetLag\":0"))
      }
    }
    #expect(count == 6)
    #expect(described.results.allSatisfy { ($0.totalBytes != nil) == (version >= 4) })
  }

  @Test(arguments: releases, DescribeQuorumRequest.api.versions)
  func `the quorum's leader is the one that metadata-quorum prints`(release: String, version: Int16) throws {
    let told = try ToolOutput(release: release, tool: "quorum")
    let described = try response(DescribeQuorumRequest.self, release: release, version: version)
    let partition = try #require(described.topics.first?.partitions.first)
    #expect(partition.leaderID?.description == told.value("LeaderId:"))
    #expect(partition.leaderEpoch?.description == told.value("LeaderEpoch:"))
    #expect(partition.currentVoters.map(\.replicaID) == [1])
    let cluster = try response(DescribeClusterRequest.self, release: release, version: 0)
    #expect(cluster.clusterID == told.value("ClusterId:"))
  }

  @Test func `a broker that registered and never came is fenced`() throws {
    let cluster = try response(DescribeClusterRequest.self, release: "4.3.1", version: 2)
    #expect(cluster.brokers.filter(\.isFenced).map(\.brokerID) == [2])
    #expect(cluster.brokers.filter { !$0.isFenced }.map(\.brokerID) == [1])
    #expect(cluster.clusterAuthorizedOperations.allows(.describe))
  }

  @Test(arguments: releases)
  func `a partition moves where reassign-partitions says`(release: String) throws {
    #expect(
      try ToolOutput(release: release, tool: "reassignments").text.contains(
        "moved-0: replicas: 1,2. adding: 2."))
    let listed = try response(ListPartitionReassignmentsRequest.self, release: release, version: 0)
    #expect(listed.topics.map(\.name) == ["moved"])
    let partition = try #require(listed.topics.first?.partitions.first)
    #expect(partition.replicas == [1, 2])
    #expect(partition.addingReplicas == [2])
    #expect(partition.removingReplicas == [])
  }

  @Test(arguments: releases)
  func `a transaction is in the state that transactions list prints`(release: String) throws {
    let row = try #require(
      ToolOutput(release: release, tool: "transactions").rows.first { $0[0] == "ledger" })
    let described = try response(DescribeTransactionsRequest.self, release: release, version: 0)
    let transaction = try #require(described.transactionStates.first { $0.transactionalID == "ledger" })
    #expect("\(transaction.producerID)" == row[2])
    #expect(
      described.transactionStates.first { $0.transactionalID == "absent" }?.errorCode
        == .transactionalIDNotFound)
    let producers = try response(DescribeProducersRequest.self, release: release, version: 0)
    #expect(
      producers.topics.first?.partitions.first?.activeProducers.map(\.producerID) == [transaction.producerID])
    for version in ListTransactionsRequest.api.versions {
      let listed = try response(ListTransactionsRequest.self, release: release, version: version)
      #expect(listed.unknownStateFilters == ["Nonsense"])
    }
  }

  @Test(arguments: releases, DescribeConfigsRequest.api.versions)
  func `settings are those that configs --describe prints`(release: String, version: Int16) throws {
    let told = try ToolOutput(release: release, tool: "configs").text
    let described = try response(DescribeConfigsRequest.self, release: release, version: version)
    let orders = try #require(described.results.first { $0.resourceName == "orders" })
    let retention = try #require(orders.configs.first { $0.name == "retention.ms" })
    #expect(retention.value == "3600000")
    #expect(told.contains("retention.ms=3600000"))
    #expect(retention.configSource == 1)
    #expect((retention.documentation != nil) == (version >= 3))
    #expect(described.results.first { $0.resourceName == "absent" }?.errorCode == .unknownTopicOrPartition)
  }

  @Test(arguments: DescribeShareGroupOffsetsRequest.api.versions)
  func `a share group has come as far as share-groups --describe prints`(version: Int16) throws {
    let rows = try ToolOutput(release: "4.3.1", tool: "share").rows.filter { $0[0] == "share-live" }
    let described = try response(DescribeShareGroupOffsetsRequest.self, release: "4.3.1", version: version)
    let partitions = try #require(described.groups.first?.topics.first?.partitions)
    #expect(rows.count == 6)
    for row in rows where row[3] != "-" {
      let partition = try #require(partitions.first { "\($0.partitionIndex)" == row[2] })
      #expect(partition.startOffset?.description == row[3])
      if version >= 1 { #expect(partition.lag?.description == row[4]) }
    }
  }

  @Test func `groups of every type are described with their members`() throws {
    let consumer = try response(ConsumerGroupDescribeRequest.self, release: "4.3.1", version: 1).groups
    #expect(consumer.first { $0.groupID == "absent" }?.errorCode == .groupIDNotFound)
    let members = try #require(consumer.first { $0.groupID == "consumer-live" }?.members)
    #expect(members.flatMap(\.assignment.topicPartitions).flatMap(\.partitions) == [0, 1, 2, 3, 4, 5])
    let share = try response(ShareGroupDescribeRequest.self, release: "4.3.1", version: 1).groups
    #expect(share.first?.members.first?.subscribedTopicNames == ["orders"])
    // Brokers do not answer in the order of the question.
    let described = try response(StreamsGroupDescribeRequest.self, release: "4.3.1", version: 0).groups
    let streams = try #require(described.first { $0.groupID == "streams-live" })
    #expect(streams.topology?.subtopologies?.first?.sourceTopics == ["orders"])
    #expect(streams.members.first?.userEndpoint?.port == 7777)
  }

  @Test(arguments: releases)
  func `a password is told from a wrong one`(release: String) throws {
    for (variant, code) in [("", ErrorCode.none), ("-wrong", .saslAuthenticationFailed)] {
      let vector = try VectorFiles.capture("\(release)/SaslAuthenticate-v2\(variant)")
      #expect(try SaslAuthenticateRequest.response(from: vector.reply, version: 2).errorCode == code)
    }
  }
}
