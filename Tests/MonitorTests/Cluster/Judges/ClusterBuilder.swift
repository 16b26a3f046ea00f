import Model

@testable import Monitor

/// Builds readings for tests: topics and groups by name, the tables filled in order.
struct ClusterBuilder {
  struct Partition {
    var leader: NodeID? = 1
    var epoch: Int32? = 0
    var replicas: [NodeID] = [1, 2, 3]
    var inSync: [NodeID] = [1, 2, 3]
    var start: Int64? = 0
    var end: Int64?
    /// Read in this cycle.
    var isFresh = true
    var stable: Int64?
    var bytes: Int64?
  }

  struct Group {
    var kind: GroupKind? = .classic
    var state: GroupState? = .stable
    var coordinator: NodeID? = 1
    var epoch: Int32?
    var members: [String]? = ["m1"]
    var assigned: [Int32]?
    /// Topic, partition, offset; nil where the coordinator did not answer.
    var commits: [(String, Int, Int64)]? = []
    /// By partition.
    var reportedLags: [Int64?] = []
    var unmatched = 0
    /// The commits are those of an earlier cycle.
    var isCarried = false
  }

  var topics: [String: [Partition]] = [:]
  var ids: [String: TopicID] = [:]
  var settings: [String: TopicSettings] = [:]
  var internals: Set<String> = []
  var groups: [String: Group] = [:]
  var brokers: [BrokerReading] = [1, 2, 3].map { BrokerReading(id: $0, isLive: true, answers: true) }
  var reading = ClusterReading()

  static func id(_ number: UInt64) -> TopicID? { TopicID(high: 0, low: number) }

  /// One topic `t` with an id, one partition per end given.
  init(ends: [Int64?] = [], start: Int64 = 0) {
    topics["t"] = ends.map { Partition(start: start, end: $0) }
    ids["t"] = Self.id(1)
  }

  var built: ClusterReading {
    var result = reading
    result.brokers = brokers
    for (name, partitions) in topics.sorted(by: { $0.key < $1.key }) {
      let first = result.partitions.count
      for partition in partitions { add(partition, to: &result.partitions) }
      result.topics.append(
        TopicReading(
          name: name, id: ids[name], isInternal: internals.contains(name),
          partitions: first..<result.partitions.count, settings: settings[name]))
    }
    let all = topics.sorted { $0.key < $1.key }.flatMap(\.value)
    if all.contains(where: { !$0.isFresh }) { result.partitions.freshEnds = all.map(\.isFresh) }
    for (name, group) in groups.sorted(by: { $0.key < $1.key }) { add(group, name, to: &result) }
    return result
  }

  private func add(_ partition: Partition, to table: inout PartitionTable) {
    let row = table.count
    table.append(
      leader: partition.leader, leaderEpoch: partition.epoch, replicas: partition.replicas,
      inSync: partition.inSync, offline: [])
    table.logStarts[row] = partition.start
    table.logEnds[row] = partition.end
    table.sizes[row] = partition.bytes
    guard let stable = partition.stable else { return }
    table.lastStables[row] = stable
    table.unstable[row] = partition.end.map { $0 - stable }
  }

  private func add(_ group: Group, _ name: String, to result: inout ClusterReading) {
    var entry = GroupReading(
      name: name, kind: group.kind, state: group.state, coordinator: group.coordinator, epoch: group.epoch,
      members: group.members?.map { GroupMember(id: $0, client: "c", host: "h", assigned: group.assigned) },
      unmatchedCommits: group.unmatched)
    if let commits = group.commits {
      entry.positions = result.positions.append(
        commits.compactMap { topic, partition, offset in
          result.topics.first { $0.name == topic }.map {
            GroupPosition(
              partition: Int32($0.partitions.lowerBound + partition), offset: offset,
              reportedLag: group.reportedLags.indices.contains(partition)
                ? group.reportedLags[partition] : nil)
          }
        })
    }
    entry.positionsAreCarried = group.isCarried
    result.groups.append(entry)
  }
}
