package import Model

/// What every judge is given: one reading, when it was taken, and how its rows relate to the reading before.
package struct Cycle: Sendable {
  package let reading: ClusterReading
  package let rows: RowMap
  package let moment: Moment
  package let clock: JudgeClock
  package let now: Tenths

  package init(reading: ClusterReading, rows: RowMap, moment: Moment, clock: JudgeClock) {
    self.reading = reading
    self.rows = rows
    self.moment = moment
    self.clock = clock
    now = clock.tenths(at: moment)
  }

  /// Index of each partition row's topic.
  package func topicsOfRows() -> [Int32] {
    var topics = [Int32](repeating: 0, count: reading.partitions.count)
    for (index, topic) in reading.topics.enumerated() {
      for row in topic.partitions.clamped(to: 0..<topics.count) { topics[row] = Int32(index) }
    }
    return topics
  }
}
