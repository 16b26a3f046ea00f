import Model
import Testing

@Suite struct HistogramTests {
  @Test func `an observation on a bound belongs to that bucket`() {
    var histogram = Histogram(bounds: [1, 2])
    for value in [0.5, 1, 1.5, 2, 3] { histogram.observe(value) }
    #expect(histogram.counts == [2, 2, 1])
    #expect(histogram.sum == 8)
    #expect(histogram.count == 5)
  }
}
