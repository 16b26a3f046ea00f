import Kafka

/// The tables of real releases, for the APIs that somebody here speaks. Clients that can do more than the Simulation will ask for it:
/// these are for our own client.
extension VersionTable {
  package static let kafka2_4 = VersionTable(upTo: [
    .produce: 8, .fetch: 11, .listOffsets: 5, .metadata: 9, .offsetCommit: 8, .offsetFetch: 6,
    .findCoordinator: 3, .joinGroup: 6, .heartbeat: 4, .leaveGroup: 4, .syncGroup: 4, .describeGroups: 5,
    .listGroups: 3, .saslHandshake: 1, .apiVersions: 3, .createTopics: 5, .initProducerId: 2,
    .deleteTopics: 4,
    .describeConfigs: 2, .describeLogDirs: 1, .saslAuthenticate: 1, .listPartitionReassignments: 0,
  ]).withLeaderAndISR(upTo: 4)

  package static let kafka2_8 = VersionTable(upTo: [
    .produce: 9, .fetch: 12, .listOffsets: 6, .metadata: 11, .offsetCommit: 8, .offsetFetch: 7,
    .findCoordinator: 3, .joinGroup: 7, .heartbeat: 4, .leaveGroup: 4, .syncGroup: 5, .describeGroups: 5,
    .listGroups: 4, .saslHandshake: 1, .apiVersions: 3, .createTopics: 7, .initProducerId: 4,
    .deleteTopics: 6,
    .describeConfigs: 4, .describeLogDirs: 2, .saslAuthenticate: 2, .listPartitionReassignments: 0,
    .describeCluster: 0, .describeProducers: 0,
  ]).withLeaderAndISR(upTo: 5)

  package static let kafka3_0 = VersionTable(upTo: [
    .produce: 9, .fetch: 12, .listOffsets: 7, .metadata: 11, .offsetCommit: 8, .offsetFetch: 8,
    .findCoordinator: 4, .joinGroup: 7, .heartbeat: 4, .leaveGroup: 4, .syncGroup: 5, .describeGroups: 5,
    .listGroups: 4, .saslHandshake: 1, .apiVersions: 3, .createTopics: 7, .initProducerId: 4,
    .deleteTopics: 6,
    .describeConfigs: 4, .describeLogDirs: 2, .saslAuthenticate: 2, .listPartitionReassignments: 0,
    .describeCluster: 0, .describeProducers: 0, .describeTransactions: 0, .listTransactions: 0,
  ]).withLeaderAndISR(upTo: 5)

  /// KRaft.
  package static let kafka3_9 = VersionTable(upTo: [
    .produce: 11, .fetch: 17, .listOffsets: 9, .metadata: 12, .offsetCommit: 9, .offsetFetch: 9,
    .findCoordinator: 6, .joinGroup: 9, .heartbeat: 4, .leaveGroup: 5, .syncGroup: 5, .describeGroups: 5,
    .listGroups: 5, .saslHandshake: 1, .apiVersions: 4, .createTopics: 7, .initProducerId: 5,
    .deleteTopics: 6,
    .describeConfigs: 4, .describeLogDirs: 4, .saslAuthenticate: 2, .listPartitionReassignments: 0,
    .describeQuorum: 2, .describeCluster: 1, .describeProducers: 0, .describeTransactions: 0,
    .listTransactions: 1, .consumerGroupDescribe: 0, .describeTopicPartitions: 0,
  ])

  /// The same release with ZooKeeper.
  package static let kafka3_9ZooKeeper = kafka3_9.without(.describeQuorum, .describeTopicPartitions)
    .withLeaderAndISR(upTo: 7)

  package static let kafka4_3 = VersionTable(
    upTo: [
      .produce: 13, .fetch: 18, .listOffsets: 11, .metadata: 13, .offsetCommit: 10, .offsetFetch: 10,
      .findCoordinator: 6, .joinGroup: 9, .heartbeat: 4, .leaveGroup: 5, .syncGroup: 5, .describeGroups: 6,
      .listGroups: 5, .saslHandshake: 1, .apiVersions: 4, .createTopics: 7, .initProducerId: 5,
      .deleteTopics: 6,
      .describeConfigs: 4, .describeLogDirs: 5, .saslAuthenticate: 2, .listPartitionReassignments: 0,
      .describeQuorum: 2, .describeCluster: 2, .describeProducers: 0, .describeTransactions: 0,
      .listTransactions: 2, .consumerGroupDescribe: 1, .describeTopicPartitions: 0, .shareGroupDescribe: 1,
      .streamsGroupDescribe: 0, .describeShareGroupOffsets: 1,
    ],
    from: [
      .fetch: 4, .listOffsets: 1, .offsetCommit: 2, .offsetFetch: 1, .createTopics: 2, .deleteTopics: 1,
      .describeConfigs: 1, .describeLogDirs: 1, .shareGroupDescribe: 1,
    ])

  /// Of the end of 2024.
  package static let redpanda = VersionTable(
    upTo: [
      .produce: 7, .fetch: 11, .listOffsets: 4, .metadata: 8, .offsetCommit: 7, .offsetFetch: 7,
      .findCoordinator: 3, .joinGroup: 5, .heartbeat: 3, .leaveGroup: 2, .syncGroup: 3, .describeGroups: 5,
      .listGroups: 4, .saslHandshake: 1, .apiVersions: 3, .createTopics: 6, .initProducerId: 4,
      .deleteTopics: 5,
      .describeConfigs: 4, .describeLogDirs: 2, .saslAuthenticate: 2, .listPartitionReassignments: 0,
      .describeProducers: 0, .describeTransactions: 0, .listTransactions: 0,
    ],
    from: [.fetch: 4, .offsetCommit: 1, .offsetFetch: 1])
}
