import Kafka
import Model

extension GroupDetails {
  init(_ group: DescribeGroupsResponse.Group) {
    let isConsumer = group.protocolType == "consumer"
    self.init(
      state: GroupState(rawValue: group.groupState), protocolName: group.protocolData.nonEmpty,
      members: group.members.map { member in
        Member(
          id: member.memberID, client: member.clientID, host: member.clientHost,
          assigned: isConsumer ? Self.assigned(member.memberAssignment) : nil)
      })
  }

  /// Any client can put any bytes here.
  private static func assigned(_ bytes: [UInt8]) -> [Assigned]? {
    do throws(WireError) {
      guard let assignment = try ConsumerAssignment.read(bytes) else { return [] }
      return assignment.partitions.map {
        Assigned(topic: $0.topic, partitions: $0.partitions.map(\.rawValue))
      }
    } catch {
      return nil
    }
  }

  init(_ group: ConsumerGroupDescribeResponse.Group) {
    self.init(
      state: GroupState(rawValue: group.groupState), protocolName: group.assignorName.nonEmpty,
      epoch: group.groupEpoch,
      members: group.members.map { member in
        Member(
          id: member.memberID, client: member.clientID, host: member.clientHost,
          assigned: member.assignment.topicPartitions.map {
            Assigned(topic: $0.topicName, partitions: $0.partitions.map(\.rawValue))
          })
      })
  }

  init(_ group: ShareGroupDescribeResponse.Group) {
    self.init(
      state: GroupState(rawValue: group.groupState), protocolName: group.assignorName.nonEmpty,
      epoch: group.groupEpoch,
      members: group.members.map { member in
        Member(
          id: member.memberID, client: member.clientID, host: member.clientHost,
          assigned: member.assignment.topicPartitions.map {
            Assigned(topic: $0.topicName, partitions: $0.partitions.map(\.rawValue))
          })
      })
  }

  /// A task reads its partition of every source topic of its part of the topology.
  init(_ group: StreamsGroupDescribeResponse.Group) {
    let sources = Dictionary(
      (group.topology?.subtopologies ?? []).map {
        ($0.subtopologyID, $0.sourceTopics + $0.repartitionSourceTopics.map(\.name))
      }, uniquingKeysWith: { first, _ in first })
    self.init(
      state: GroupState(rawValue: group.groupState), epoch: group.groupEpoch,
      members: group.members.map { member in
        Member(
          id: member.memberID, client: member.clientID, host: member.clientHost,
          assigned: member.assignment.activeTasks.flatMap { task in
            (sources[task.subtopologyID] ?? []).map {
              Assigned(topic: $0, partitions: task.partitions.map(\.rawValue))
            }
          })
      })
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
