import Kafka
import Model

/// Makes groups and their positions of what all brokers said, and of what was known before where one said nothing.
struct GroupAssembly {
  private let index: TopicIndex
  private var positions = PositionTable()

  init(_ index: TopicIndex) {
    self.index = index
  }

  /// Groups sorted by name, one per name, and their positions.
  static func assemble(
    _ brokers: [BrokerGroups], _ index: TopicIndex, carrying carried: CarriedGroups
  ) -> (groups: [GroupReading], positions: PositionTable) {
    var assembly = GroupAssembly(index)
    assembly.positions.reserveCapacity(carried.positionCount)
    var groups = brokers.flatMap { broker in broker.listed.map { Candidate(group: $0, from: broker) } }
      .map { assembly.read($0) }
    groups = GroupDeduplication.merge(groups + carried.silent(except: Set(groups.map(\.name))))
    for row in groups.indices where groups[row].positions == nil {
      if let kept = carried.positions(of: groups[row].name) {
        groups[row].positions = assembly.positions.append(kept)
        groups[row].positionsAreCarried = true
      }
    }
    return (groups, assembly.positions)
  }

  private struct Candidate {
    let group: ListedGroup
    let from: BrokerGroups
  }

  private mutating func read(_ candidate: Candidate) -> GroupReading {
    let listed = candidate.group
    let details = candidate.from.details[listed.name]
    var group = GroupReading(
      name: listed.name, kind: listed.kind, protocolName: details?.protocolName,
      state: details?.state ?? listed.state, coordinator: candidate.from.broker, epoch: details?.epoch,
      members: listed.isWithoutMembers ? [] : details?.members.map(member))
    switch candidate.from.commits[listed.name] {
    case .committed(let commits): append(commits, to: &group)
    case .shared(let commits): append(commits, to: &group)
    case nil: break
    }
    return group
  }

  private mutating func append(_ commits: OffsetFetchResponse.Group, to group: inout GroupReading) {
    var rows: [GroupPosition] = []
    rows.reserveCapacity(commits.topics.reduce(0) { $0 + $1.partitions.count })
    for topic in commits.topics {
      let known = index[topic.name]
      if known?.isSelected == false { continue }
      for partition in topic.partitions where partition.errorCode.isSuccess {
        guard let offset = partition.committedOffset, offset >= 0 else { continue }
        guard let row = Self.row(partition.partitionIndex.rawValue, in: known) else {
          group.unmatchedCommits += 1
          continue
        }
        rows.append(GroupPosition(partition: row, offset: offset))
      }
    }
    group.positions = positions.append(rows)
  }

  private mutating func append(
    _ commits: DescribeShareGroupOffsetsResponse.Group, to group: inout GroupReading
  ) {
    var rows: [GroupPosition] = []
    for topic in commits.topics {
      let known = index[topic.topicName]
      if known?.isSelected == false { continue }
      for partition in topic.partitions where partition.errorCode.isSuccess {
        guard let offset = partition.startOffset, offset >= 0 else { continue }
        guard let row = Self.row(partition.partitionIndex.rawValue, in: known) else {
          group.unmatchedCommits += 1
          continue
        }
        rows.append(
          GroupPosition(
            partition: row, offset: offset, reportedLag: partition.lag.flatMap { $0 < 0 ? nil : $0 }))
      }
    }
    group.positions = positions.append(rows)
  }

  private static func row(_ partition: Int32, in topic: TopicReading?) -> Int32? {
    guard let rows = topic?.partitions, partition >= 0, Int(partition) < rows.count else { return nil }
    return Int32(truncatingIfNeeded: rows.lowerBound) + partition
  }

  private func member(_ member: GroupDetails.Member) -> GroupMember {
    GroupMember(
      id: member.id, client: member.client, host: member.host,
      assigned: member.assigned?.flatMap { part in
        part.partitions.compactMap { Self.row($0, in: index[part.topic]) }
      })
  }
}
