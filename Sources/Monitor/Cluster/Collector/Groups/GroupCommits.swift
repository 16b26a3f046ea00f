import Kafka

/// Where a coordinator says that one group stands.
enum GroupCommits: Sendable {
  case committed(OffsetFetchResponse.Group)
  case shared(DescribeShareGroupOffsetsResponse.Group)
}
