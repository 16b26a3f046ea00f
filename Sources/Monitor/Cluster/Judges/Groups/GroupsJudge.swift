import Model

/// Judges every group of a reading, and remembers what the next reading is compared with.
struct GroupsJudge: Sendable {
  /// A group that nobody lists while its coordinator moves is remembered this long.
  private static let absenceForgiven: Tenths = 3000
  /// So long its counters go on where they were when it comes back; what it did meanwhile is not counted.
  static let countersLast: Tenths = 864_000
  private static let absentLimit = 10_000

  private var memories = GroupMemories()
  /// Of more absent groups than the limit those seen before this are forgotten.
  private var forgotten = Tenths.min

  mutating func judge(_ cycle: Cycle, _ surroundings: GroupSurroundings) -> GroupsOutcome {
    var pass = GroupPass(cycle, surroundings, old: memories)
    var next = 0
    for (index, group) in cycle.reading.groups.enumerated() {
      while next < memories.groups.count, memories.groups[next].name < group.name {
        keep(memories.groups[next], in: &pass, cycle)
        next += 1
      }
      if next < memories.groups.count, memories.groups[next].name == group.name {
        pass.judge(group, at: index, old: memories.groups[next])
        next += 1
      } else {
        pass.judge(group, at: index, old: nil)
      }
    }
    for group in memories.groups.dropFirst(next) { keep(group, in: &pass, cycle) }
    memories = pass.new
    let absences = memories.groups.lazy.filter(\.isAbsent).map(\.lastSeen)
    forgotten =
      absences.count > Self.absentLimit ? absences.sorted(by: >)[Self.absentLimit - 1] : .min
    return pass.outcome
  }

  private func keep(_ group: GroupMemories.Group, in pass: inout GroupPass, _ cycle: Cycle) {
    let absence = cycle.now.subtractingSaturated(group.lastSeen)
    guard absence <= Self.countersLast, group.lastSeen >= forgotten else { return }
    var group = group
    group.isAbsent = true
    if absence <= Self.absenceForgiven {
      pass.new.carry(group, from: memories, cycle.rows)
    } else {
      pass.new.carryCounters(group, from: memories, cycle.rows)
    }
  }
}
