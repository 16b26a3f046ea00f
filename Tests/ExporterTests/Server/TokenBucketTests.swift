import Testing

@testable import Exporter

@Suite
struct TokenBucketTests {
  @Test func `a burst passes at once, then one per interval, and never more than the burst is saved`() {
    var bucket = TokenBucket(.init(interval: .seconds(2), burst: 3), at: .seconds(0))
    let burst = (0..<4).map { _ in bucket.take(at: .seconds(0)) }
    #expect(burst == [true, true, true, false])
    let next = [1, 2, 3, 4].map { bucket.take(at: .seconds($0)) }
    #expect(next == [false, true, false, true])
    let later = (0..<4).map { _ in bucket.take(at: .seconds(1_000)) }
    #expect(later == [true, true, true, false])
  }
}
