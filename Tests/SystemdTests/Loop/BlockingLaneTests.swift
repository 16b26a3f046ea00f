import Glibc
import Model
import Systemd
import TestSupport
import Testing

@Suite struct BlockingLaneTests {
  @Test func `what hangs is not joined by a second piece, and runs to its end`() async throws {
    let loop = try EventLoop(name: "test")
    let lane = BlockingLane(name: "test")
    var ends: [CInt] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    let (reader, writer) = (ends[0], ends[1])
    let pieces = Locked(0)
    let isStarted = try lane.start {
      var byte: UInt8 = 0
      _ = unsafe read(reader, &byte, 1)
      pieces.withLock { $0 += 1 }
    }
    #expect(isStarted)
    #expect(await !lane.isIdle(within: .milliseconds(20), on: loop))
    #expect(try !lane.start { pieces.withLock { $0 += 100 } })
    close(writer)
    #expect(await lane.isIdle(within: .seconds(60), on: loop))
    #expect(!lane.isBusy)
    #expect(pieces.withLock { $0 } == 1)
    #expect(try lane.start { pieces.withLock { $0 += 1 } })
    #expect(await lane.isIdle(within: .seconds(60), on: loop))
    #expect(pieces.withLock { $0 } == 2)
    close(reader)
    loop.stop()
  }
}
