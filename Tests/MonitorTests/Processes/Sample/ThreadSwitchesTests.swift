import Testing

@testable import Monitor

@Suite struct ThreadSwitchesTests {
  private static func count(_ voluntary: UInt64, _ involuntary: UInt64) -> ThreadSwitches.Count {
    ThreadSwitches.Count(voluntary: voluntary, involuntary: involuntary)
  }

  @Test func `what happened before the first look counts only for who was born under our eyes`() {
    for (countsFirst, expected) in [(true, Self.count(5, 6)), (false, Self.count(0, 0))] {
      var switches = ThreadSwitches(countsFirst: countsFirst)
      switches.take([1: Self.count(5, 6)])
      #expect(switches.total == expected)
    }
  }

  @Test func `threads that come count whole, and those that go take nothing with them`() {
    var switches = ThreadSwitches(countsFirst: false)
    switches.take([1: Self.count(100, 10)])
    switches.take([1: Self.count(103, 11), 2: Self.count(7, 1)])
    #expect(switches.total == Self.count(10, 2))
    switches.take([2: Self.count(8, 1)])
    #expect(switches.total == Self.count(11, 2))
  }

  @Test func `a thread's number that is given out again begins anew`() {
    var switches = ThreadSwitches(countsFirst: false)
    switches.take([7: Self.count(100, 10)])
    switches.take([7: Self.count(4, 1)])
    #expect(switches.total == Self.count(4, 1))
  }
}
