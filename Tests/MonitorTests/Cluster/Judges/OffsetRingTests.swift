import Testing

@testable import Monitor

@Suite struct OffsetRingTests {
  private func ring(_ points: [(Tenths, Int64)]) -> OffsetRing {
    var ring = OffsetRing()
    for (time, end) in points { ring.observe(end: end, at: time, keepsHistoryWhenShorter: true) }
    return ring
  }

  @Test func `a ring never takes more than 400 bytes`() {
    #expect(MemoryLayout<OffsetRing>.stride <= 400)
  }

  // Half a record in: offset 10 is the first of the 20 records that came between 100 and 200, so it came at 102.5.
  @Test(
    arguments: [
      (0, .at(5)), (5, .at(55)), (9, .at(95)), (10, .at(102)), (29, .at(197)), (30, .notYet),
    ] as [(Int64, OffsetAge)])
  func `a record's time is interpolated between the points around it`(_ offset: Int64, _ age: OffsetAge) {
    #expect(ring([(0, 0), (100, 10), (200, 30)]).time(of: offset) == age)
  }

  @Test func `what was there before the first point is older than the ring knows`() {
    #expect(ring([(100, 10), (200, 30)]).time(of: 9) == .older(than: OffsetPoint(time: 100, end: 10)))
    #expect(OffsetRing().time(of: 9) == .unknown)
  }

  @Test func `a log at rest does not wear the ring out, and its next record is new`() {
    var points: [(Tenths, Int64)] = [(0, 0), (100, 10)]
    points += (2...5000).map { (Tenths($0 * 100), 10) }
    var ring = ring(points)
    #expect(ring.count == 3)
    ring.observe(end: 11, at: 500_100, keepsHistoryWhenShorter: true)
    #expect(ring.time(of: 10) == .at(500_050))
  }

  @Test
  func `trap 4: a log that lost its tail keeps the history of what is left, and without topic ids none`() {
    var kept = ring([(0, 0), (100, 10), (200, 30)])
    kept.observe(end: 12, at: 300, keepsHistoryWhenShorter: true)
    #expect(kept.count == 3)
    #expect(kept.newest == OffsetPoint(time: 300, end: 12))
    #expect(kept.time(of: 5) == .at(55))
    var dropped = ring([(0, 0), (100, 10), (200, 30)])
    dropped.observe(end: 12, at: 300, keepsHistoryWhenShorter: false)
    #expect(dropped.count == 1)
    #expect(dropped.time(of: 5) == .older(than: OffsetPoint(time: 300, end: 12)))
  }

  @Test func `time that stands still or goes back leaves rising times`() {
    var ring = ring([(0, 0), (100, 10), (100, 12), (50, 13)])
    ring.observe(end: 20, at: 60, keepsHistoryWhenShorter: true)
    let times = (0..<ring.count).map { ring[$0].time }
    #expect(times == times.sorted())
    #expect(Set(times).count == times.count)
    #expect(ring.newest == OffsetPoint(time: 60, end: 20))
  }

  @Test func `points below the log's start are forgotten but for the last one`() {
    var ring = ring([(0, 0), (100, 10), (200, 30), (300, 40)])
    ring.forget(below: 30)
    #expect(ring.oldest == OffsetPoint(time: 200, end: 30))
    ring.forget(below: 35)
    #expect(ring.count == 2)
  }

  @Test func `a week at ten seconds stays within half the age, for any traffic`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2 {
      var ring = OffsetRing()
      var truth: [Int64] = []
      var end: Int64 = 0
      var rate: Int64 = 10
      for step in 0..<60_480 {
        if step % 500 == 0 { rate = Int64.random(in: 1...1000, using: &random) }
        end += Int64.random(in: 0...rate, using: &random)
        truth.append(end)
        ring.observe(end: end, at: Tenths(step * 100), keepsHistoryWhenShorter: true)
      }
      let now = 60_479.0 * 100
      for _ in 0..<300 {
        let step = Int(Double(60_478) * (1 - Double.random(in: 0...1, using: &random).squareRoot()))
        let offset = truth[60_478 - step]
        guard offset < end, case .at(let time) = ring.time(of: offset) else { continue }
        // The record after `offset` came at the first step whose end exceeds it.
        let real = Double(truth.partitioningIndex { $0 > offset } * 100)
        let age = now - real
        #expect(abs(Double(time) - real) <= 0.5 * age + 200, "age \(age) tenths")
      }
    }
  }

  @Test func `lag in seconds never rises with the committed offset`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      var ring = OffsetRing()
      var end: Int64 = 1000
      for step in 0..<200 {
        end += [0, 0, Int64.random(in: 0...50, using: &random)].randomElement(using: &random) ?? 0
        if Int.random(in: 0..<60, using: &random) == 0 { end -= min(end, 20) }
        ring.observe(end: end, at: Tenths(step * 100), keepsHistoryWhenShorter: true)
        let points = (0..<ring.count).map { ring[$0] }
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.time < $1.time && $0.end <= $1.end })
      }
      var last: Tenths?
      for offset in Int64(0)..<end {
        guard case .at(let time) = ring.time(of: offset) else { continue }
        #expect(time >= last ?? .min)
        last = time
      }
    }
  }

  @Test func `a log rests since it was first seen at its end`() {
    var ring = OffsetRing()
    #expect(ring.rest == 0)
    for step in 0..<100 {
      ring.observe(end: Int64(min(step, 60)), at: Tenths(step * 100), keepsHistoryWhenShorter: true)
      #expect(ring.rest == Tenths(max(0, step - 60) * 100))
    }
    ring.observe(end: 61, at: 10_000, keepsHistoryWhenShorter: true)
    #expect(ring.rest == 0)
  }
}

extension [Int64] {
  /// The first index from which on the condition holds, in a sorted array.
  fileprivate func partitioningIndex(where holds: (Int64) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
