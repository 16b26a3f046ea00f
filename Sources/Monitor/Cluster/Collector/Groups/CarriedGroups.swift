import Model

/// What the cycles before said of groups whose coordinator is silent now, as far as it is young enough to be shown.
struct CarriedGroups: Sendable {
  private let earlier: ClusterReading
  private let rows: RowMap
  /// Brokers that were asked and did not list their groups.
  private let silentBrokers: Set<NodeID>
  private let expired: Set<String>

  init(
    _ earlier: ClusterReading, _ rows: RowMap, silentBrokers: Set<NodeID>, expired: Set<String>
  ) {
    self.earlier = earlier
    self.rows = rows
    self.silentBrokers = silentBrokers
    self.expired = expired
  }

  var positionCount: Int { earlier.positions.count }

  /// Groups that nobody lists while a broker is silent, without their positions: a group that moves is listed neither by the broker
  /// that let go of it nor by the one that still loads it.
  func silent(except listed: Set<String>) -> [GroupReading] {
    guard !silentBrokers.isEmpty else { return [] }
    return earlier.groups.compactMap { group in
      guard !listed.contains(group.name), !expired.contains(group.name) else { return nil }
      var group = group
      group.positions = nil
      // Rows may have moved, and who is in the group nobody knows now.
      group.members = nil
      return group
    }
  }

  /// Nil where nothing is known that may still be shown.
  func positions(of name: String) -> [GroupPosition]? {
    guard !expired.contains(name), let group = group(name), let old = group.positions else { return nil }
    return old.compactMap { position in
      guard let row = rows.row(earlier: Int(earlier.positions.partitions[position])) else { return nil }
      return GroupPosition(
        partition: Int32(truncatingIfNeeded: row), offset: earlier.positions.offsets[position],
        reportedLag: earlier.positions.reportedLags[position])
    }
  }

  private func group(_ name: String) -> GroupReading? {
    var (low, high) = (0, earlier.groups.count)
    while low < high {
      let middle = (low + high) / 2
      if earlier.groups[middle].name < name { low = middle + 1 } else { high = middle }
    }
    guard low < earlier.groups.count, earlier.groups[low].name == name else { return nil }
    return earlier.groups[low]
  }
}
