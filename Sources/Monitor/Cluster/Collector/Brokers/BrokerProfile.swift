import Kafka
import Model

/// What a broker says of itself when it is connected to.
struct BrokerProfile: Sendable {
  /// What the collector asks brokers for.
  private static let apis = [
    MetadataRequest.api, ListGroupsRequest.api, DescribeGroupsRequest.api, ConsumerGroupDescribeRequest.api,
    ShareGroupDescribeRequest.api, StreamsGroupDescribeRequest.api, OffsetFetchRequest.api,
    DescribeShareGroupOffsetsRequest.api, ListOffsetsRequest.api, DescribeQuorumRequest.api,
    DescribeConfigsRequest.api, DescribeClusterRequest.api, ListPartitionReassignmentsRequest.api,
    DescribeLogDirsRequest.api, ListTransactionsRequest.api,
  ]
  private static let eligibleReplicas = "eligible.leader.replicas.version"

  let support: [String: Bool]
  let versions: APIVersionTable
  let response: ApiVersionsResponse
  let certificateExpiry: Timestamp?
  /// Kept, for another one may take its place in memory once it is gone.
  let connection: KafkaConnection

  init(_ connection: KafkaConnection) async {
    self.connection = connection
    versions = await connection.versions
    response = await connection.apiVersions
    certificateExpiry = await connection.certificateExpiry
    let table = versions
    support = Dictionary(
      Self.apis.map { ($0.key.name, table.version(of: $0) != nil) }, uniquingKeysWith: { first, _ in first })
  }

  func isOf(_ connection: KafkaConnection) -> Bool { self.connection === connection }

  func supports(_ api: KafkaAPI) -> Bool { versions.version(of: api) != nil }

  /// Nil where the broker says nothing of features.
  var electsEligibleReplicas: Bool? {
    guard !response.finalizedFeatures.isEmpty else { return nil }
    return response.finalizedFeatures.contains { $0.name == Self.eligibleReplicas && $0.maxVersionLevel >= 1 }
  }
}
