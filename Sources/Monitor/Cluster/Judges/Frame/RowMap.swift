package import Model

/// Where the topics and partitions of one reading are in the reading before or after it.
///
/// A topic that was deleted and created again under its name is another topic to its partitions (nothing known of the old ones holds
/// for them), but the same to counters that people see by name.
package struct RowMap: Sendable {
  private var laterRows: [Int32] = []
  private var earlierRows: [Int32] = []
  private var laterTopics: [Int32] = []
  private var earlierTopics: [Int32] = []
  private var recreated: Set<Int> = []
  /// Both readings list the same topics with the same partitions.
  package let isIdentity: Bool

  /// Both lists sorted by name.
  package init(from earlier: [TopicReading], to later: [TopicReading]) {
    isIdentity =
      earlier.count == later.count
      && zip(earlier, later).allSatisfy {
        $0.partitions == $1.partitions && $0.name == $1.name && Self.isSame($0, $1)
      }
    guard !isIdentity else { return }
    laterTopics = Array(repeating: -1, count: earlier.count)
    earlierTopics = Array(repeating: -1, count: later.count)
    laterRows = Array(repeating: -1, count: earlier.last?.partitions.upperBound ?? 0)
    earlierRows = Array(repeating: -1, count: later.last?.partitions.upperBound ?? 0)
    match(earlier, later)
  }

  package func row(earlier row: Int) -> Int? {
    isIdentity ? row : Self.look(laterRows, row)
  }

  package func earlierRow(of row: Int) -> Int? {
    isIdentity ? row : Self.look(earlierRows, row)
  }

  /// By name.
  package func topic(earlier topic: Int) -> Int? {
    isIdentity ? topic : Self.look(laterTopics, topic)
  }

  /// By name.
  package func earlierTopic(of topic: Int) -> Int? {
    isIdentity ? topic : Self.look(earlierTopics, topic)
  }

  /// Whether this topic of the later reading is new under a name that the earlier one had too.
  package func isRecreated(_ topic: Int) -> Bool {
    recreated.contains(topic)
  }

  private mutating func match(_ earlier: [TopicReading], _ later: [TopicReading]) {
    var from = 0
    for (to, topic) in later.enumerated() {
      while from < earlier.count, earlier[from].name < topic.name { from += 1 }
      guard from < earlier.count, earlier[from].name == topic.name else { continue }
      laterTopics[from] = Int32(to)
      earlierTopics[to] = Int32(from)
      if Self.isSame(earlier[from], topic) {
        for (old, new) in zip(earlier[from].partitions, topic.partitions) {
          laterRows[old] = Int32(new)
          earlierRows[new] = Int32(old)
        }
      } else {
        recreated.insert(to)
      }
    }
  }

  /// Topics never lose partitions, so without ids fewer of them still give a new topic away.
  private static func isSame(_ earlier: TopicReading, _ later: TopicReading) -> Bool {
    if let old = earlier.id, let new = later.id { return old == new }
    return later.partitions.count >= earlier.partitions.count
  }

  private static func look(_ table: [Int32], _ index: Int) -> Int? {
    guard table.indices.contains(index), table[index] >= 0 else { return nil }
    return Int(table[index])
  }
}
