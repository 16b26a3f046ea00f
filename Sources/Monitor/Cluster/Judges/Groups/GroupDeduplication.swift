package import Model

/// One entry per group where several brokers list it, as they do while its coordinator moves.
package enum GroupDeduplication {
  /// Sorted by name; of two entries the one that knows more, and of equals the one of the broker with the higher id, so that every
  /// watcher agrees.
  package static func merge(_ groups: [GroupReading]) -> [GroupReading] {
    var best: [String: GroupReading] = [:]
    for group in groups {
      if let other = best[group.name], !rank(other).lexicographicallyPrecedes(rank(group)) { continue }
      best[group.name] = group
    }
    return best.values.sorted { $0.name < $1.name }
  }

  /// The old coordinator forgets the group's members first; a classic describe of another group type says "Dead".
  private static func rank(_ group: GroupReading) -> [Int] {
    [
      group.state == nil || group.state == .dead ? 0 : 1, group.positions == nil ? 0 : 1,
      group.members?.count ?? -1, Int(group.coordinator ?? -1),
    ]
  }
}
