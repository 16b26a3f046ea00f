import Model
import Systemd
import TestSupport
import Testing

@Suite struct EventLoopTimerTests {
  let time = ManualTime()

  @Test func `a sleep ends when the clock has come that far, and not before`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    async let sleeping: Void = loop.sleep(for: .seconds(3600))
    try await eventually("the sleep has begun") { loop.pendingTimers == 1 }
    time.advance(by: .seconds(3600) - .nanoseconds(1))
    await actor.takeTurns(10)
    #expect(loop.pendingTimers == 1)
    time.advance(by: .nanoseconds(1))
    try await sleeping
    #expect(loop.pendingTimers == 0)
  }

  @Test func `a sleep by the kernel's clock ends, and not before its time`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let before = SystemTime().now().uptime
    try await loop.sleep(for: .milliseconds(20))
    #expect(SystemTime().now().uptime - before >= .milliseconds(20))
  }

  @Test func `a sleep of no length, or less, ends by itself`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    try await loop.sleep(for: .zero)
    try await loop.sleep(for: .seconds(-5))
  }

  @Test func `cancelling a sleeping task ends its sleep at once and removes the timer`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { await loop.isInterruptedAsleep() }
      try await eventually("the sleep has begun") { loop.pendingTimers == 1 }
      group.cancelAll()
      #expect(try await group.next() == true)
    }
    try await eventually("the timer is gone") { loop.pendingTimers == 0 }
  }

  @Test func `a cancelled task does not begin to sleep`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    await withTaskGroup(of: Bool.self) { group in
      group.cancelAll()
      group.addTask { await loop.isInterruptedAsleep() }
      #expect(await group.next() == true)
    }
    await LoopActor(on: loop).note("what was queued has run")
    #expect(loop.pendingTimers == 0)
  }

  @Test func `timers run by deadline, and those of one deadline in the order they were set`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    await actor.run { actor in
      actor.schedule(after: .seconds(2), "second")
      actor.schedule(after: .seconds(1), "first")
      actor.schedule(after: .seconds(2), "third")
      actor.schedule(after: .seconds(9), "never")
    }
    time.advance(by: .seconds(2))
    try await eventually("all have run") { await actor.notes.count >= 3 }
    #expect(await actor.notes == ["first", "second", "third"])
  }

  @Test func `a released timer does not run, one armed anew runs at its new time only`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    await actor.run { actor in
      actor.schedule(after: .seconds(1), "released")
      actor.schedule(after: .seconds(1), "armed anew")
      actor.schedule(after: .seconds(1), "cancelled")
      actor.schedule(after: .seconds(1), "kept")
      actor.timers.remove(at: 0)
      actor.timers[0].arm(after: .seconds(3))
      actor.timers[1].cancel()
    }
    #expect(loop.pendingTimers == 2)
    time.advance(by: .seconds(2))
    try await eventually("the kept timer has run") { await actor.notes == ["kept"] }
    time.advance(by: .seconds(1))
    try await eventually("the timer armed anew has run") { await actor.notes == ["kept", "armed anew"] }
  }

  @Test func `a timer can be armed again by its own handler, and released by it`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    await actor.run { actor in
      actor.timers.append(
        loop.schedule(after: .seconds(1)) { [weak actor] in
          actor?.assumeIsolated { actor in
            actor.note("tick")
            if actor.notes.count < 3 { actor.timers[0].arm(after: .zero) } else { actor.timers = [] }
          }
        })
    }
    time.advance(by: .seconds(1))
    try await eventually("it has run three times") { await actor.notes.count == 3 }
    #expect(loop.pendingTimers == 0)
  }

  @Test func `a timer that is always due leaves the loop time for everything else`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    await actor.run { actor in
      actor.timers.append(
        loop.schedule(after: .zero) { [weak actor] in
          actor?.assumeIsolated { $0.timers[0].arm(after: .zero) }
        })
    }
    await actor.takeTurns(10)
    #expect(await actor.run { $0.loop.pendingTimers } == 1)
  }

  @Test func `a timer that is released on another thread is gone soon`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    defer { loop.stop() }
    var actor: LoopActor? = LoopActor(on: loop)
    await actor?.schedule(after: .seconds(1), "never")
    #expect(loop.pendingTimers == 1)
    actor = nil
    try await eventually("the timer is gone") { loop.pendingTimers == 0 }
  }
}
