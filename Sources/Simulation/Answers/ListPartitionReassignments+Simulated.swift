import Kafka

extension ListPartitionReassignmentsRequest: SimulatedRequest {
  func answer(
    from cluster: inout SimulatedCluster, _ question: Question
  ) -> Answer<ListPartitionReassignmentsResponse> {
    let names = topics?.map(\.name) ?? cluster.topics.keys.sorted()
    var response = ListPartitionReassignmentsResponse()
    for name in names {
      let asked = topics?.first { $0.name == name }?.partitionIndexes
      let moving = (cluster.topics[name]?.partitions ?? []).enumerated().compactMap { index, partition in
        let number = PartitionID(rawValue: Int32(index))
        return asked?.contains(number) ?? true
          ? ListPartitionReassignmentsResponse.Topic.Partition(number, partition) : nil
      }
      guard !moving.isEmpty else { continue }
      response.topics.append(
        ListPartitionReassignmentsResponse.Topic {
          $0.name = name
          $0.partitions = moving
        })
    }
    return .reply(response)
  }

  static func put(_ error: ErrorCode, into response: inout ListPartitionReassignmentsResponse) {
    response.errorCode = error
    response.topics = []
  }
}

extension ListPartitionReassignmentsResponse.Topic.Partition {
  /// `nil` where nothing moves.
  fileprivate init?(_ index: PartitionID, _ partition: SimulatedPartition) {
    guard let reassignment = partition.reassignment else { return nil }
    self.init()
    partitionIndex = index
    replicas = partition.replicas
    addingReplicas = reassignment.adding
    removingReplicas = reassignment.removing
  }
}
