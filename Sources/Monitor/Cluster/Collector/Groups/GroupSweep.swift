import Kafka
import Model

/// Asks one broker for everything about the groups that it coordinates.
struct GroupSweep: Sendable {
  /// Older brokers want one question per group.
  private static let inFlightLimit = 32
  private static let firstOfManyGroups: Int16 = 8
  /// What a reply has for one committed partition, and for one group or member around it.
  private static let bytesPerPosition = 32
  private static let bytesPerGroup = 600

  let asking: CycleAsking
  let isSelected: @Sendable (String) -> Bool
  /// How many partitions each group had committed on the last time.
  let positions: @Sendable (String) -> Int

  /// `names` limits it to some groups, for a second question.
  func sweep(_ broker: NodeID, _ address: BrokerAddress, only names: Set<String>? = nil) async -> BrokerGroups
  {
    var groups = BrokerGroups(broker: broker)
    let start = asking.time.now().uptime
    let answer = await asking.attempt(ListGroupsRequest(), address, for: "groups")
    let list: ListGroupsResponse
    switch answer {
    case .success(let answer): list = answer
    case .failure(let error):
      // What it says of groups may be of no use, and the broker be there all the same.
      if !error.isAboutConnection, await asking.isThere(address) {
        groups.answeredAfter = asking.time.now().uptime - start
      }
      return groups
    }
    groups.answeredAfter = asking.time.now().uptime - start
    asking.refuses(list.errorCode, .listGroups, for: "groups")
    // A coordinator that is still loading lists what it has so far.
    groups.isListed = list.errorCode.isSuccess
    groups.isLoading = list.errorCode.isAboutCoordinator
    groups.listed = list.groups.filter { isSelected($0.groupID) && names?.contains($0.groupID) != false }
      .map(ListedGroup.init)
    let kinds = Dictionary(grouping: groups.listed, by: \.kind)
    let committing = groups.listed.filter { $0.kind != .share }.map(\.name)
    let results = await withTaskGroup(of: BrokerGroups.self) { tasks in
      for (kind, listed) in kinds {
        let described = listed.filter { !$0.isWithoutMembers }.map(\.name)
        for part in ReplySplit.parts(described, bytes: { _ in Self.bytesPerGroup * 4 }) {
          tasks.addTask { await describe(part, kind, broker, address) }
        }
      }
      tasks.addTask { await commits(committing, broker, address) }
      if let shared = kinds[.share]?.map(\.name) {
        tasks.addTask { await shareOffsets(shared, broker, address) }
      }
      return await tasks.reduce(into: []) { $0.append($1) }
    }
    for result in results { groups.update(with: result) }
    return groups
  }

  private func describe(
    _ names: [String], _ kind: GroupKind, _ broker: NodeID, _ address: BrokerAddress
  ) async -> BrokerGroups {
    switch kind {
    case .classic: await describeClassic(names, broker, address)
    case .consumer: await describeConsumer(names, broker, address)
    case .share: await describeShare(names, broker, address)
    case .streams: await describeStreams(names, broker, address)
    }
  }

  private func describeClassic(
    _ names: [String], _ broker: NodeID, _ address: BrokerAddress
  ) async -> BrokerGroups {
    var groups = BrokerGroups(broker: broker)
    let request = DescribeGroupsRequest { $0.groups = names }
    guard let response = await asking.ask(request, address, for: "group_members") else { return groups }
    for group in response.groups where settled(group.errorCode, group.groupID, .describeGroups, &groups) {
      groups.details[group.groupID] = GroupDetails(group)
    }
    return groups
  }

  private func describeConsumer(
    _ names: [String], _ broker: NodeID, _ address: BrokerAddress
  ) async -> BrokerGroups {
    var groups = BrokerGroups(broker: broker)
    let request = ConsumerGroupDescribeRequest { $0.groupIDs = names }
    guard let response = await asking.ask(request, address, for: "group_members") else { return groups }
    for group in response.groups
    where settled(group.errorCode, group.groupID, .consumerGroupDescribe, &groups) {
      groups.details[group.groupID] = GroupDetails(group)
    }
    return groups
  }

  private func describeShare(
    _ names: [String], _ broker: NodeID, _ address: BrokerAddress
  ) async -> BrokerGroups {
    var groups = BrokerGroups(broker: broker)
    let request = ShareGroupDescribeRequest { $0.groupIDs = names }
    guard let response = await asking.ask(request, address, for: "group_members") else { return groups }
    for group in response.groups where settled(group.errorCode, group.groupID, .shareGroupDescribe, &groups) {
      groups.details[group.groupID] = GroupDetails(group)
    }
    return groups
  }

  private func describeStreams(
    _ names: [String], _ broker: NodeID, _ address: BrokerAddress
  ) async -> BrokerGroups {
    var groups = BrokerGroups(broker: broker)
    let request = StreamsGroupDescribeRequest { $0.groupIDs = names }
    guard let response = await asking.ask(request, address, for: "group_members") else { return groups }
    for group in response.groups
    where settled(group.errorCode, group.groupID, .streamsGroupDescribe, &groups) {
      groups.details[group.groupID] = GroupDetails(group)
    }
    return groups
  }
}

// Positions

extension GroupSweep {
  private func commits(_ names: [String], _ broker: NodeID, _ address: BrokerAddress) async -> BrokerGroups {
    var groups = BrokerGroups(broker: broker)
    guard !names.isEmpty else { return groups }
    let versions = await asking.versions(of: address)
    let takesMany = versions?.version(of: OffsetFetchRequest.api).map { $0 >= Self.firstOfManyGroups } ?? true
    let parts =
      takesMany
      ? ReplySplit.parts(names) { Self.bytesPerGroup + positions($0) * Self.bytesPerPosition }
      : names.map { [$0] }
    await withTaskGroup(of: BrokerGroups.self) { tasks in
      var waiting = parts[...]
      for _ in 0..<Self.inFlightLimit {
        guard let part = waiting.popFirst() else { break }
        tasks.addTask { await commits(of: part, broker, address) }
      }
      for await result in tasks {
        groups.update(with: result)
        if let part = waiting.popFirst() { tasks.addTask { await commits(of: part, broker, address) } }
      }
    }
    return groups
  }

  private func commits(
    of names: [String], _ broker: NodeID, _ address: BrokerAddress
  ) async -> BrokerGroups {
    var groups = BrokerGroups(broker: broker)
    let request = OffsetFetchRequest { request in
      request.groups = names.map { name in .init { $0.groupID = name } }
    }
    guard let response = await asking.ask(request, address, for: "committed_offsets") else { return groups }
    for group in response.groups {
      guard let name = group.groupID ?? (names.count == 1 ? names.first : nil) else { continue }
      guard settled(group.errorCode, name, .offsetFetch, for: "committed_offsets", &groups) else { continue }
      groups.commits[name] = .committed(group)
      for topic in group.topics {
        for partition in topic.partitions {
          asking.refuses(partition.errorCode, .offsetFetch, for: "committed_offsets")
        }
      }
    }
    return groups
  }

  private func shareOffsets(
    _ names: [String], _ broker: NodeID, _ address: BrokerAddress
  ) async -> BrokerGroups {
    var groups = BrokerGroups(broker: broker)
    let request = DescribeShareGroupOffsetsRequest { request in
      request.groups = names.map { name in .init { $0.groupID = name } }
    }
    guard let response = await asking.ask(request, address, for: "share_offsets") else { return groups }
    for group in response.groups
    where settled(group.errorCode, group.groupID, .describeShareGroupOffsets, for: "share_offsets", &groups) {
      groups.commits[group.groupID] = .shared(group)
      for topic in group.topics {
        for partition in topic.partitions {
          asking.refuses(partition.errorCode, .describeShareGroupOffsets, for: "share_offsets")
        }
      }
    }
    return groups
  }

  /// Whether the answer holds; one of a coordinator that moves is worth a second question.
  private func settled(
    _ code: ErrorCode, _ name: String, _ api: APIKey, for part: String = "group_members",
    _ groups: inout BrokerGroups
  ) -> Bool {
    if code.isSuccess { return true }
    // Gone between the list and the question.
    if code == .groupIDNotFound { return false }
    if code.isAboutCoordinator { groups.unsettled.insert(name) }
    asking.refuses(code, api, for: part)
    return false
  }
}

extension ErrorCode {
  /// Another broker, or this one a little later, knows more.
  fileprivate var isAboutCoordinator: Bool {
    self == .coordinatorLoadInProgress || self == .coordinatorNotAvailable || self == .notCoordinator
  }
}
