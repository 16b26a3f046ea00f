import Testing

@testable import Monitor

@Suite struct MeasuringPaceTests {
  @Test(arguments: [
    (0, 1, 8), (20, 1, 8), (60, 1, 24), (200, 1, 48), (100_000, 1, 48), (200, 20, 8), (1000, 20, 8),
    (100, 400, 16),
  ])
  func `as many at a time as are needed for a quarter of ten seconds`(count: Int, time: Int, expected: Int) {
    var pace = MeasuringPace()
    // In milliseconds, but for the first, which nobody has measured yet.
    if time > 1 { pace.took(.milliseconds(time) * count, for: count) }
    #expect(pace.concurrency(for: count, interval: .seconds(10)) == expected)
  }

  @Test func `without an answer nothing is learnt`() {
    var pace = MeasuringPace()
    pace.took(.zero, for: 0)
    #expect(pace == MeasuringPace())
  }
}
