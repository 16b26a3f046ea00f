/// Every request that is spoken here, for who must find one by its number.
package enum KafkaRequests {
  package static let all: [any KafkaRequest.Type] = [
    ProduceRequest.self, FetchRequest.self, ListOffsetsRequest.self, MetadataRequest.self,
    OffsetFetchRequest.self,
    FindCoordinatorRequest.self, DescribeGroupsRequest.self, ListGroupsRequest.self,
    SaslHandshakeRequest.self,
    ApiVersionsRequest.self, CreateTopicsRequest.self, DeleteTopicsRequest.self, DescribeConfigsRequest.self,
    DescribeLogDirsRequest.self, SaslAuthenticateRequest.self, ListPartitionReassignmentsRequest.self,
    DescribeQuorumRequest.self, DescribeClusterRequest.self, DescribeProducersRequest.self,
    DescribeTransactionsRequest.self, ListTransactionsRequest.self, ConsumerGroupDescribeRequest.self,
    DescribeTopicPartitionsRequest.self, ShareGroupDescribeRequest.self, StreamsGroupDescribeRequest.self,
    DescribeShareGroupOffsetsRequest.self, JoinGroupRequest.self, SyncGroupRequest.self,
    HeartbeatRequest.self, LeaveGroupRequest.self, OffsetCommitRequest.self, InitProducerIdRequest.self,
  ]

  package static var apis: [KafkaAPI] { all.map { $0.api } }

  package static func request(_ key: APIKey) -> (any KafkaRequest.Type)? {
    all.first { $0.api.key == key }
  }
}
