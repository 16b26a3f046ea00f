/// When one partition's log reached which end: fine near now, coarse far back, in at most 400 bytes.
///
/// Holds strictly rising times with ends that never fall. An end of `o` at time `t` says that the record at offset `o` came after `t`
/// and the one before it did not.
package struct OffsetRing: Sendable {
  /// 32 points spaced in proportion to their age span a week in steps of half the age.
  package static let capacity = 32

  private var times: [32 of Tenths] = .init(repeating: 0)
  private var ends: [32 of Int64] = .init(repeating: 0)
  package private(set) var count = 0

  package init() {}

  package subscript(index: Int) -> OffsetPoint {
    OffsetPoint(time: times[index], end: ends[index])
  }

  package var oldest: OffsetPoint? { count > 0 ? self[0] : nil }
  package var newest: OffsetPoint? { count > 0 ? self[count - 1] : nil }

  /// A log that is shorter than before lost its tail, or is another log where topics have no ids to tell.
  package mutating func observe(end: Int64, at time: Tenths, keepsHistoryWhenShorter: Bool) {
    if let newest, end < newest.end {
      if !keepsHistoryWhenShorter { count = 0 }
      while count > 0, ends[count - 1] > end { count -= 1 }
    }
    // Times that do not rise would make ages of nothing.
    while count > 0, times[count - 1] > time { count -= 1 }
    if count > 0, times[count - 1] == time {
      ends[count - 1] = end
    } else if count > 1, ends[count - 1] == end, ends[count - 2] == end {
      // A log that stands still needs only the beginning and the end of its rest.
      times[count - 1] = time
    } else {
      append(OffsetPoint(time: time, end: end))
    }
  }

  /// For how long the log was seen not to grow, up to the newest point.
  package var rest: Tenths {
    var first = count - 1
    while first > 0, ends[first - 1] == ends[count - 1] { first -= 1 }
    return count > 0 ? times[count - 1].subtractingSaturated(times[first]) : 0
  }

  /// Forgets what no unconsumed record can be older than.
  package mutating func forget(below logStart: Int64) {
    var useless = 0
    while useless + 1 < count, ends[useless + 1] <= logStart { useless += 1 }
    remove(first: useless)
  }

  /// When the record at this offset was appended, interpolated between the points around it.
  package func time(of offset: Int64) -> OffsetAge {
    guard count > 0 else { return .unknown }
    guard ends[0] <= offset else { return .older(than: self[0]) }
    // Most consumers are near the end.
    var index = count - 1
    while index > 0, ends[index] > offset { index -= 1 }
    guard index + 1 < count else { return .notYet }
    return .at(self[index].time(of: offset, before: self[index + 1]))
  }

  private mutating func append(_ point: OffsetPoint) {
    if count == Self.capacity { thin(now: point.time) }
    times[count] = point.time
    ends[count] = point.end
    count += 1
  }

  /// Drops the point whose neighbours are closest to each other for their age.
  private mutating func thin(now: Tenths) {
    var victim = 1
    var smallest = Double.infinity
    for index in 1..<(count - 1) {
      let width = Double(times[index + 1]) - Double(times[index - 1])
      let age = Double(now) - Double(times[index + 1])
      // The youngest point has no age yet; 10 s keep it from looking infinitely coarse.
      let coarseness = width / (age + 100)
      if coarseness < smallest { (smallest, victim) = (coarseness, index) }
    }
    for index in victim..<(count - 1) {
      times[index] = times[index + 1]
      ends[index] = ends[index + 1]
    }
    count -= 1
  }

  private mutating func remove(first dropped: Int) {
    guard dropped > 0 else { return }
    for index in dropped..<count {
      times[index - dropped] = times[index]
      ends[index - dropped] = ends[index]
    }
    count -= dropped
  }
}
