import Model
import Systemd
import TestSupport
import Testing

@testable import Monitor

@Suite struct CollectorRunnerTests {
  /// A collector whose ticks do what the test says.
  private struct Scripted: Collector {
    let name: String
    let watches = "a test"
    let interval = Duration.seconds(10)
    let staleAfter = Duration.seconds(30)
    let ticks = Locked(0)
    let body: @Sendable (Int) async throws -> Void

    func tick() async throws {
      let number = ticks.withLock { ticks in
        ticks += 1
        return ticks
      }
      try await body(number)
    }
  }

  private struct Bench {
    let time = ManualTime()
    let loop: EventLoop
    let store: WorldStore
    let events = EventStream<Event>(capacity: 100, byteLimit: 100_000) { $0.footprint }
    let board: CollectorBoard

    let plans = EventStream<CollectorPlan>(capacity: 1, byteLimit: 1) { _ in 0 }

    init(_ collectors: [any Collector]) throws {
      loop = try EventLoop(name: "test", time: time)
      store = WorldStore(time: time)
      board = CollectorBoard(store: store, events: events, time: time)
      use(collectors)
    }

    func use(_ collectors: [any Collector], off: [CollectorStatus] = []) {
      let plan = CollectorPlan(running: collectors, off: off)
      board.apply(plan)
      plans.publish(plan)
    }

    func status(_ name: String) -> CollectorStatus? {
      store.current.collectors?.value.collectors.first { $0.name == name }
    }

    func running(_ collectors: [any Collector], _ body: @Sendable () async throws -> Void) async rethrows {
      try await withThrowingTaskGroup { group in
        group.addTask {
          await CollectorRunner(loop: loop, time: time, board: board).run(
            collectors.map(\.name), plans: plans)
        }
        try await body()
        group.cancelAll()
      }
      loop.stop()
    }
  }

  @Test func `a failure is counted by reason, told once, and recovery is told too`() async throws {
    let collector = Scripted(name: "flaky") { number in
      if number <= 2 { throw CollectorError(.unreadable, "no such file: create it") }
    }
    let bench = try Bench([collector])
    try await bench.running([collector]) {
      try await eventually("the first failure") { bench.status("flaky")?.errors["unreadable"] == 1 }
      #expect(bench.status("flaky")?.errors == ["unreadable": 1, "malformed": 0, "deadline": 0, "other": 0])
      #expect(bench.status("flaky")?.state == .failing("no such file: create it"))
      try await eventually("recovery") {
        bench.time.advance(by: .seconds(10))
        return bench.status("flaky")?.state == .watching
      }
      #expect(bench.status("flaky")?.errors["unreadable"] == 2)
    }
    #expect(bench.events.recent(10).map(\.kind) == [.collectorFailed, .collectorRecovered])
  }

  @Test func `one that hangs is reported late and does not hold up another`() async throws {
    let hanging = Scripted(name: "hanging") { _ in
      // Ignores its cancellation, as a call that blocks in the kernel does, until the test ends.
      await withCheckedContinuation { never in Hang.shared.hold(never) }
    }
    let healthy = Scripted(name: "healthy") { _ in }
    let bench = try Bench([hanging, healthy])
    try await bench.running([hanging, healthy]) {
      try await eventually("first ticks") {
        hanging.ticks.withLock { $0 } == 1 && bench.status("healthy")?.state == .watching
      }
      try await eventually("the deadline") {
        bench.time.advance(by: .seconds(10))
        return bench.status("hanging")?.isFailing == true && healthy.ticks.withLock { $0 } >= 3
      }
      #expect(bench.status("hanging")?.errors["deadline"] == 1)
      #expect(hanging.ticks.withLock { $0 } == 1)
      Hang.shared.release()
    }
  }

  @Test func `stopping is nobody's failure`() async throws {
    let waiting = Scripted(name: "waiting") { _ in try await Task.sleep(for: .seconds(3600)) }
    let bench = try Bench([waiting])
    try await bench.running([waiting]) {
      try await eventually("the tick") { waiting.ticks.withLock { $0 } == 1 }
    }
    #expect(bench.status("waiting")?.state == .starting)
    #expect(bench.events.recent(10) == [])
  }

  @Test func `a new plan stops a collector and starts another, and what was counted stays`() async throws {
    let first = Scripted(name: "one") { _ in throw CollectorError(.malformed, "odd bytes") }
    let second = Scripted(name: "two") { _ in }
    let bench = try Bench([first])
    try await bench.running([first, second]) {
      try await eventually("a failure") { bench.status("one")?.errors["malformed"] == 1 }
      let off = CollectorStatus(
        name: "one", watches: "a test", state: .off("by test"), interval: .seconds(10))
      bench.use([second], off: [off])
      try await eventually("the other one") { bench.status("two")?.state == .watching }
      #expect(bench.status("one")?.state == .off("by test"))
      let ticks = first.ticks.withLock { $0 }
      try await eventually("more ticks") {
        bench.time.advance(by: .seconds(10))
        return second.ticks.withLock { $0 } > 3
      }
      #expect(first.ticks.withLock { $0 } == ticks)
      bench.use([first, second])
      try await eventually("the first one again") { bench.status("one")?.errors["malformed"] == 2 }
    }
  }

  /// Keeps a continuation until the test lets it go.
  private final class Hang: Sendable {
    static let shared = Hang()
    private let held = Locked<[CheckedContinuation<Void, Never>]>([])

    func hold(_ continuation: CheckedContinuation<Void, Never>) {
      held.withLock { $0.append(continuation) }
    }

    func release() {
      let all = held.withLock { held in
        defer { held = [] }
        return held
      }
      for continuation in all { continuation.resume() }
    }
  }
}
