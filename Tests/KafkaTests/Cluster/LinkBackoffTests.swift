import Testing

@testable import Kafka

/// How long a broker is left alone that could not be connected to.
@Suite struct LinkBackoffTests {
  @Test func `pauses double up to the longest, and begin anew after a success`() {
    var backoff = LinkBackoff(longest: .seconds(9))
    let pauses = (0..<8).map { _ in backoff.pause { $0.upperBound } }
    #expect(pauses == [250, 500, 1000, 2000, 4000, 8000, 9000, 9000].map { .milliseconds($0) })
    backoff.succeeded()
    #expect(backoff.pause { $0.upperBound } == .milliseconds(250))
  }

  @Test func `no pause is longer than the longest or shorter than half of what it may be`() {
    for longest in [Duration.milliseconds(100), .milliseconds(900), .seconds(9)] {
      var backoff = LinkBackoff(longest: longest)
      var most = Duration.milliseconds(250)
      for _ in 0..<50 {
        let pause = backoff.pause()
        #expect(pause <= min(most, longest))
        #expect(pause >= min(most, longest) / 2)
        most *= 2
      }
    }
  }

  @Test func `watchers that lost a broker at one time do not all come back at one time`() {
    var pauses: Set<Duration> = []
    for _ in 0..<20 {
      var backoff = LinkBackoff(longest: .seconds(9))
      pauses.insert(backoff.pause())
    }
    #expect(pauses.count > 10)
  }
}
