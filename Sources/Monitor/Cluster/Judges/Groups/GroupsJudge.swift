import Model

/// Judges every group of a reading, and remembers what the next reading is compared with.
struct GroupsJudge: Sendable {
  /// A group that nobody lists while its coordinator moves is remembered this long.
  private static let absenceForgiven: Tenths = 3000

  private var memories = GroupMemories()

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
    return pass.outcome
  }

  private func keep(_ group: GroupMemories.Group, in pass: inout GroupPass, _ cycle: Cycle) {
    guard cycle.now.subtractingSaturated(group.lastSeen) <= Self.absenceForgiven else { return }
    var group = group
    group.isAbsent = true
    pass.new.carry(group, from: memories, cycle.rows)
  }
}
