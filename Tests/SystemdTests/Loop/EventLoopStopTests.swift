import CShims
import Systemd
import TestSupport
import Testing

@Suite struct EventLoopStopTests {
  let time = ManualTime()

  @Test func `stopping ends the thread, once, however many ask`() async throws {
    let loop = try EventLoop(name: "stopping")
    let thread = try await LoopActor(on: loop).run { _ in try SmallFile.read("/proc/thread-self/stat") }
    let id = String(decoding: thread, as: UTF8.self).prefix { $0 != " " }
    await withTaskGroup { group in
      for _ in 0..<4 { group.addTask { loop.stop() } }
    }
    loop.stop()
    #expect(throws: SmallFile.Failure.self) { try SmallFile.read("/proc/self/task/\(id)/stat") }
  }

  @Test func `a sleep ends with the loop`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    async let interrupted = loop.isInterruptedAsleep()
    try await eventually("the sleep has begun") { loop.pendingTimers == 1 }
    loop.stop()
    #expect(await interrupted)
    await #expect(throws: CancellationError.self) { try await loop.sleep(for: .zero) }
  }

  @Test func `what was queued runs on the loop's thread before it ends`() async throws {
    let loop = try EventLoop(name: "test")
    let actor = LoopActor(on: loop)
    let (begun, gate) = (Pipe(), Pipe())
    let threads = await withTaskGroup { group in
      // Immediate tasks have enqueued their jobs when they have been added.
      group.addImmediateTask {
        await actor.run { actor in
          begun.write("busy")
          gate.waitUntilReadable()
          actor.loop.stop()
          return current_thread()
        }
      }
      begun.waitUntilReadable()
      for _ in 0..<20 { group.addImmediateTask { await actor.run { _ in current_thread() } } }
      gate.write("open")
      return await group.reduce(into: []) { $0.append($1) }
    }
    loop.stop()
    #expect(threads.count == 21)
    #expect(Set(threads).count == 1)
  }

  @Test func `an actor outlives its loop, still one call at a time`() async throws {
    let loop = try EventLoop(name: "test")
    let actor = LoopActor(on: loop)
    loop.stop()
    await withTaskGroup { group in
      for number in 0..<100 {
        group.addTask {
          await actor.run { actor in
            actor.loop.checkIsolated()
            actor.note("\(number)")
          }
        }
      }
    }
    #expect(await Set(actor.notes) == Set((0..<100).map(String.init)))
  }

  @Test func `nothing can be watched and no timer runs once the loop has ended`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    let actor = LoopActor(on: loop)
    loop.stop()
    await actor.schedule(after: .zero, "never")
    #expect(loop.pendingTimers == 0)
    let pipe = Pipe()
    let error = await #expect(throws: SystemError.self) {
      try await actor.watch(pipe.reading, for: .readable) { _, _ in }
    }
    #expect(error?.reason == .loopStopped)
    #expect(throws: SystemError.self) { try loop.makeChild(name: "child") }
  }

  @Test func `what a loop's handlers hold is released when the loop ends`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    let actor = LoopActor(on: loop)
    let pipe = Pipe()
    var held: Pipe? = Pipe()
    weak let observed = held
    try await actor.watch(pipe.reading, for: .readable) { [held] _, _ in withExtendedLifetime(held) {} }
    await actor.run { [held] actor in
      actor.timers.append(loop.schedule(after: .seconds(1)) { withExtendedLifetime(held) {} })
      actor.timers = []
    }
    held = nil
    loop.stop()
    #expect(observed == nil)
    withExtendedLifetime(actor) {}
  }

  @Test func `a task that yields for ever does not keep the loop from stopping`() async throws {
    let loop = try EventLoop(name: "test")
    let actor = LoopActor(on: loop)
    await withTaskGroup { group in
      group.addTask { await actor.yieldUntilCancelled() }
      await actor.note("it has begun, or will")
      loop.stop()
      group.cancelAll()
    }
    #expect(await actor.notes.contains("cancelled"))
  }

  @Test func `a loop stopped by its own actor ends after that, and can be joined later`() async throws {
    let loop = try EventLoop(name: "test", time: time)
    let actor = LoopActor(on: loop)
    await actor.run { actor in
      actor.loop.stop()
      actor.note("still here")
    }
    loop.stop()
    #expect(await actor.notes == ["still here"])
    await #expect(throws: CancellationError.self) { try await loop.sleep(for: .zero) }
  }

  @Test func `child loops have threads of their own and stop with their parent`() async throws {
    let parent = try EventLoop(name: "parent", time: time)
    let child = try parent.makeChild(name: "child")
    let grandchild = try child.makeChild(name: "grandchild")
    var threads: Set<pthread_t> = []
    for loop in [parent, child, grandchild] {
      threads.insert(await LoopActor(on: loop).run { _ in current_thread() })
    }
    #expect(threads.count == 3)
    async let interrupted = grandchild.isInterruptedAsleep()
    try await eventually("the sleep has begun") { grandchild.pendingTimers == 1 }
    parent.stop()
    #expect(await interrupted)
    #expect(throws: SystemError.self) { try child.makeChild(name: "late") }
  }

  @Test func `a child loop can stop alone`() async throws {
    let parent = try EventLoop(name: "parent", time: time)
    defer { parent.stop() }
    let child = try parent.makeChild(name: "child")
    child.stop()
    await LoopActor(on: parent).note("the parent still runs")
    async let sleeping: Void = parent.sleep(for: .seconds(1))
    try await eventually("the sleep has begun") { parent.pendingTimers == 1 }
    time.advance(by: .seconds(1))
    try await sleeping
  }

  @Test func `a stopped loop that nobody holds is freed`() async throws {
    var loop: EventLoop? = try EventLoop(name: "test", time: time)
    weak let observed = loop
    var actor = loop.map { LoopActor(on: $0) }
    await actor?.schedule(after: .seconds(1), "never")
    loop?.stop()
    actor = nil
    loop = nil
    try await eventually("it is freed") { observed == nil }
    // The clock still knows a way to wake it, which must do nothing.
    time.advance(by: .seconds(1))
  }
}
