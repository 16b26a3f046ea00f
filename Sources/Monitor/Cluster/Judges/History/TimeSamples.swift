/// What one partition's leader answered to questions for times, all of them before its offset history begins.
struct TimeSamples: Sendable {
  private static let limit = 16

  /// Rising times and ends that never fall.
  private var points: [OffsetPoint] = []

  var hasRoom: Bool { points.count < Self.limit }

  /// Producers may write any timestamp: an answer that contradicts an earlier one is bent to fit.
  mutating func insert(_ point: OffsetPoint) {
    let index = points.firstIndex { $0.time >= point.time } ?? points.count
    if index < points.count, points[index].time == point.time { points.remove(at: index) }
    guard hasRoom else { return }
    let floor = index > 0 ? points[index - 1].end : 0
    let ceiling = index < points.count ? points[index].end : .max
    points.insert(OffsetPoint(time: point.time, end: min(max(point.end, floor), ceiling)), at: index)
  }

  /// The nearest answers around a record: after the lower time it was written, and not after the higher.
  func bracket(_ target: TimeTarget) -> (low: OffsetPoint?, high: OffsetPoint)? {
    guard target.offset < target.oldest.end else { return nil }
    let usable = points.filter { $0.time < target.oldest.time }
    return (
      usable.last { $0.end <= target.offset }, usable.first { $0.end > target.offset } ?? target.oldest
    )
  }

  /// Keeps only what some target still needs.
  mutating func forget(exceptAround targets: [TimeTarget]) {
    let brackets = targets.compactMap(bracket)
    points.removeAll { point in
      !brackets.contains { $0.low == point || $0.high == point }
    }
  }
}
