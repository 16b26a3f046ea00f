/// Finds what is remembered of one group's rows while they are walked in order: both sides are sorted alike.
struct PositionJoin {
  private var positions: Range<Int>
  private var topics: Range<Int>

  init(_ positions: Range<Int>, topics: Range<Int>) {
    self.positions = positions
    self.topics = topics
  }

  mutating func position(_ row: Int, _ old: GroupMemories, _ rows: RowMap) -> PositionMemory? {
    while let index = positions.first {
      let place = rows.row(earlier: Int(old.partitions[index]))
      if let place, place > row { return nil }
      positions = (index + 1)..<positions.upperBound
      if place == row { return old.positions[index] }
    }
    return nil
  }

  /// What is remembered of topics before this one, on which the group has nothing now, goes to `skipped`.
  mutating func topicMemory(
    _ topic: Int, _ old: GroupMemories, _ rows: RowMap, skipped: (GroupMemories.Topic) -> Void
  ) -> GroupMemories.Topic? {
    while let index = topics.first {
      let place = rows.topic(earlier: old.topics[index].topic)
      if let place, place > topic { return nil }
      topics = (index + 1)..<topics.upperBound
      if place == topic { return old.topics[index] }
      skipped(old.topics[index])
    }
    return nil
  }
}
