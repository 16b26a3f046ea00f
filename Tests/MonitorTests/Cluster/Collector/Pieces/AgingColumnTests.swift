import Model
import Testing

@testable import Monitor

/// Numbers that are not all read in one cycle.
@Suite struct AgingColumnTests {
  private static func topics(_ lists: (String, Int, UInt64)...) -> [TopicReading] {
    var first = 0
    return lists.map { name, count, id in
      defer { first += count }
      return TopicReading(
        name: name, id: TopicID(high: 0, low: id), isInternal: false, partitions: first..<first + count)
    }
  }

  private static func column(_ values: [Int64], in cycle: UInt32 = 1) -> AgingColumn {
    var column = AgingColumn()
    let topics = topics(("t", values.count, 1))
    column.follow(RowMap(from: [], to: topics), count: values.count)
    for (row, value) in values.enumerated() { column.set(row, value, in: cycle) }
    return column
  }

  @Test func `a number is believed for so many cycles, and each by itself`() {
    var column = Self.column([10, 20], in: 1)
    column.set(1, 21, in: 3)
    func known(_ cycle: UInt32) -> [Int64?] {
      let known = column.known(in: cycle, notOlderThan: 3)
      return [known[0], known[1]]
    }
    #expect(known(3) == [10, 21])
    #expect(known(4) == [10, 21])
    #expect(known(5) == [nil, 21])
    #expect(known(6) == [nil, 21])
    #expect(known(7) == [nil, nil])
    #expect(column.value(1, readIn: 3) == 21)
    #expect(column.value(0, readIn: 3) == nil)
    #expect(column.isKnown(0))
  }

  @Test func `numbers move along with their partitions, and new ones are unknown`() {
    let before = Self.topics(("b", 2, 1))
    let after = Self.topics(("a", 1, 2), ("b", 3, 1))
    var column = Self.column([10, 20])
    column.follow(RowMap(from: before, to: after), count: 4)
    let known = column.known(in: 1, notOlderThan: 0)
    #expect((0..<4).map { known[$0] } == [nil, 10, 20, nil])
    #expect(!column.isKnown(0) && !column.isKnown(3))
  }

  @Test func `trap 11: nothing stays of a topic that is another one now`() {
    var column = Self.column([10, 20])
    column.follow(RowMap(from: Self.topics(("t", 2, 1)), to: Self.topics(("t", 2, 9))), count: 2)
    #expect(!column.isKnown(0) && !column.isKnown(1))
    #expect(column.known(in: 1, notOlderThan: 5).count == 0)
  }

  @Test func `rows that do not exist take no number`() {
    var column = Self.column([10])
    column.set(1, 5, in: 1)
    column.set(-1, 5, in: 1)
    #expect(!column.isKnown(1))
    #expect(column.value(7, readIn: 1) == nil)
  }
}
