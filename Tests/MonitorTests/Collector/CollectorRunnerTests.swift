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

    var opened = Locked(0)
    var closed = Locked(0)
    var staysOpen = true
    var isKept = false

    func stayOpen(during ticks: @Sendable () async -> Void) async {
      opened.withLock { $0 += 1 }
      if staysOpen { await ticks() }
      closed.withLock { $0 += 1 }
    }

    func isSame(as other: any Collector) -> Bool {
      isKept && (other as? Scripted)?.ticks === ticks
    }

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

    func running(_ body: @Sendable () async throws -> Void) async rethrows {
      try await withThrowingTaskGroup { group in
        group.addTask {
          await CollectorRunner(loop: loop, time: time, board: board).run(plans)
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
    try await bench.running {
      try await eventually("the first failure") { bench.status("flaky")?.errors["unreadable"] == 1 }
      let reasons = CollectorError.Reason.allCases.map(\.rawValue)
      #expect(bench.status("flaky")?.errors.keys.sorted() == reasons.sorted())
      #expect(bench.status("flaky")?.errors.filter { $0.value > 0 } == ["unreadable": 1])
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
    try await bench.running {
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

  @Test func `nothing to watch is no failure, and is told to nobody who does not look`() async throws {
    let collector = Scripted(name: "hopeful") { number in
      if number == 1 { throw NothingToWatch("nobody is there") }
    }
    let bench = try Bench([collector])
    try await bench.running {
      try await eventually("the first look") { bench.status("hopeful")?.state == .off("nobody is there") }
      #expect(bench.status("hopeful")?.errors.values.allSatisfy { $0 == 0 } == true)
      try await eventually("somebody is there") {
        bench.time.advance(by: .seconds(10))
        return bench.status("hopeful")?.state == .watching
      }
    }
    #expect(bench.events.recent(10) == [])
  }

  @Test func `stopping is nobody's failure`() async throws {
    let waiting = Scripted(name: "waiting") { _ in try await Task.sleep(for: .seconds(3600)) }
    let bench = try Bench([waiting])
    try await bench.running {
      try await eventually("the tick") { waiting.ticks.withLock { $0 } == 1 }
    }
    #expect(bench.status("waiting")?.state == .starting)
    #expect(bench.events.recent(10) == [])
  }

  @Test func `a new plan stops a collector and starts another, and what was counted stays`() async throws {
    let first = Scripted(name: "one") { _ in throw CollectorError(.malformed, "odd bytes") }
    let second = Scripted(name: "two") { _ in }
    let bench = try Bench([first])
    try await bench.running {
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

  @Test func `what a collector needs between its ticks is open around them until it has to end`() async throws
  {
    let collector = Scripted(name: "open") { _ in }
    let bench = try Bench([collector])
    try await bench.running {
      try await eventually("some ticks") {
        bench.time.advance(by: .seconds(10))
        return collector.ticks.withLock { $0 } > 2
      }
      #expect(collector.opened.withLock { $0 } == 1)
      #expect(collector.closed.withLock { $0 } == 0)
      bench.use([])
      try await eventually("the end") { collector.closed.withLock { $0 } == 1 }
      bench.use([collector])
      try await eventually("it is open again") { collector.opened.withLock { $0 } == 2 }
    }
    #expect(collector.closed.withLock { $0 } == 2)
  }

  @Test func `a collector that does not stay open is opened again, one interval later`() async throws {
    var collector = Scripted(name: "restless") { _ in }
    collector.staysOpen = false
    let restless = collector
    let bench = try Bench([restless])
    try await bench.running {
      try await eventually("the first time") { restless.closed.withLock { $0 } == 1 }
      #expect(restless.opened.withLock { $0 } == 1)
      try await eventually("another time") {
        bench.time.advance(by: .seconds(10))
        return restless.opened.withLock { $0 } > 1
      }
    }
  }

  @Test func `a new plan leaves alone what it means unchanged`() async throws {
    var collector = Scripted(name: "kept") { _ in }
    collector.isKept = true
    let kept = collector
    let other = Scripted(name: "other") { _ in }
    let bench = try Bench([kept, other])
    try await bench.running {
      try await eventually("both are open") {
        kept.opened.withLock { $0 } == 1 && other.opened.withLock { $0 } == 1
      }
      bench.use([kept, other])
      try await eventually("the other one was opened again") { other.opened.withLock { $0 } == 2 }
      #expect(kept.closed.withLock { $0 } == 0)
      bench.use([other])
      try await eventually("it ended") { kept.closed.withLock { $0 } == 1 }
    }
    #expect(kept.opened.withLock { $0 } == 1)
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
