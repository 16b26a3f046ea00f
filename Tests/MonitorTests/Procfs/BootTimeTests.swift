import Model
import Testing

@testable import Monitor

@Suite struct BootTimeTests {
  @Test func `btime is found among other lines`() {
    #expect(
      BootTime.parse(Array("cpu 1 2 3\nintr 5\nbtime 1700000000\nprocesses 9\n".utf8))
        == Timestamp(seconds: 1_700_000_000))
    #expect(BootTime.parse(Array("cpu 1 2 3\n".utf8)) == nil)
  }
}
