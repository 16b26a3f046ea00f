import Model
import Systemd
import TestSupport
import Testing

@Suite struct EventLoopLagTests {
  let time = ManualTime()

  @Test func `a job's lag counts from when it was enqueued`() async throws {
    let loop = try EventLoop(name: "busy", time: time)
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let (begun, gate) = (Pipe(), Pipe())
    await withTaskGroup { group in
      // Immediate tasks have enqueued their jobs when they have been added.
      group.addImmediateTask {
        await actor.run { _ in
          begun.write("busy")
          gate.waitUntilReadable()
        }
      }
      begun.waitUntilReadable()
      group.addImmediateTask { await actor.note("late") }
      time.advance(by: .seconds(3))
      gate.write("open")
    }
    let lag = loop.lag
    #expect(lag.loop == "busy")
    #expect(lag.seconds.sum == 3)
    #expect(lag.seconds.bounds.first == 0.001)
    #expect(lag.seconds.bounds.last == 10)
  }

  @Test func `a timer's lag counts from its deadline`() async throws {
    let loop = try EventLoop(name: "busy", time: time)
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    await actor.schedule(after: .seconds(1), "ran")
    time.advance(by: .milliseconds(1500))
    try await eventually("the timer has run") { await actor.notes == ["ran"] }
    #expect(loop.lag.seconds.sum == 0.5)
  }
}
