import Testing

@testable import Monitor

/// The rule is the kernel's own for processes: `cputime_adjust` in kernel/sched/cputime.c.
@Suite struct CPUTimesTests {
  private func times(_ total: UInt64, _ user: UInt64, _ system: UInt64) -> CPUTimes {
    CPUTimes(total: total, user: user, system: system)
  }

  @Test func `samples are made to fit the exact total`() {
    #expect(times(1000, 30, 10).fitted(after: nil) == times(1000, 750, 250))
  }

  @Test func `one without samples gets nothing`() {
    #expect(times(1000, 30, 0).fitted(after: nil) == times(1000, 1000, 0))
    #expect(times(1000, 0, 30).fitted(after: nil) == times(1000, 0, 1000))
    #expect(times(1000, 0, 0).fitted(after: nil) == times(1000, 1000, 0))
    #expect(times(0, 0, 0).fitted(after: nil) == times(0, 0, 0))
  }

  @Test func `neither falls when a later sample says otherwise`() {
    let first = times(1000, 10, 10).fitted(after: nil)
    let second = times(1100, 100, 10).fitted(after: first)
    #expect(second == times(1100, 600, 500))
    let third = times(1101, 100, 1000).fitted(after: second)
    #expect(third == times(1101, 600, 501))
  }

  @Test func `a total that fell is another run's`() {
    let before = times(1000, 10, 10).fitted(after: nil)
    #expect(times(10, 10, 0).fitted(after: before) == times(10, 10, 0))
  }

  @Test(arguments: [
    (UInt64.max, UInt64.max, UInt64.max), (.max, 1, .max), (.max, .max, 1), (.max, .max / 2, .max / 2),
    (1, .max, 0),
  ])
  func `no number overflows`(total: UInt64, user: UInt64, system: UInt64) {
    let fitted = times(total, user, system).fitted(after: times(1, 1, 0))
    #expect(fitted.user + fitted.system == total)
  }
}
