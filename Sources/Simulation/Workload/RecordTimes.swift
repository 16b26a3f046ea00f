/// When the records of a log were written: a line of marks between which times grow evenly.
package struct RecordTimes: Sendable, Equatable {
  struct Mark: Sendable, Equatable {
    var offset: Int64
    var wall: Int64
  }

  /// Enough for a workload that changes a thousand times; of a longer one every second mark goes.
  static let limit = 1024

  private(set) var marks: [Mark] = []

  /// Offsets must not go back; times that do are lifted, as the time of a batch is the largest of its records.
  mutating func add(offset: Int64, wall: Int64) {
    let mark = Mark(offset: offset, wall: max(wall, marks.last?.wall ?? wall))
    if marks.last?.offset == offset {
      marks[marks.count - 1] = mark
    } else if continues(to: mark) {
      marks[marks.count - 1] = mark
    } else {
      marks.append(mark)
    }
    if marks.count > Self.limit { thin() }
  }

  /// The time of a record, in milliseconds since 1970; `nil` where nothing is known of it.
  package func time(of offset: Int64) -> Int64? {
    guard let last = marks.last, let first = marks.first, offset <= last.offset else { return nil }
    guard offset > first.offset else { return first.wall }
    let upper = index { $0.offset >= offset }
    return Self.interpolate(marks[upper - 1], marks[upper], at: offset)
  }

  /// The first record that is not older than this time; `nil` where all are.
  package func firstOffset(at wall: Int64) -> Int64? {
    guard let last = marks.last, wall <= last.wall, let first = marks.first else { return nil }
    guard wall > first.wall else { return first.offset }
    let upper = index { $0.wall >= wall }
    let (low, high) = (marks[upper - 1], marks[upper])
    let (records, span) = (high.offset - low.offset, high.wall - low.wall)
    // Rounded up: the record before it is older.
    return low.offset + ((wall - low.wall) * records + span - 1) / span
  }

  mutating func cut(to offset: Int64) {
    guard let time = time(of: offset) else {
      marks = []
      return
    }
    marks.removeAll { $0.offset < offset }
    if marks.first?.offset != offset { marks.insert(Mark(offset: offset, wall: time), at: 0) }
  }

  mutating func truncate(to end: Int64) {
    let time = time(of: end - 1)
    marks.removeAll { $0.offset >= end }
    if let time, marks.last?.offset != end - 1, !marks.isEmpty {
      marks.append(Mark(offset: end - 1, wall: time))
    }
  }

  /// Whether the last mark lies on the line from the one before it to the new one, so that the new one can take its place.
  private func continues(to mark: Mark) -> Bool {
    guard marks.count >= 2, let last = marks.last else { return false }
    let before = marks[marks.count - 2]
    return abs(Self.interpolate(before, mark, at: last.offset) - last.wall) <= 1
  }

  private static func interpolate(_ low: Mark, _ high: Mark, at offset: Int64) -> Int64 {
    let records = high.offset - low.offset
    guard records > 0 else { return low.wall }
    return low.wall + (high.wall - low.wall) * (offset - low.offset) / records
  }

  /// The first mark that satisfies what all later ones do too.
  private func index(_ isBehind: (Mark) -> Bool) -> Int {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(marks[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func thin() {
    let last = marks.count - 1
    marks = marks.enumerated().filter { $0.offset % 2 == 0 || $0.offset == last }.map(\.element)
  }
}
