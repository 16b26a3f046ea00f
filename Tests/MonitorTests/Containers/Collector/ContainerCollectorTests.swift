import Model
import Systemd
import TestSupport
import Testing

@testable import Monitor

/// What a real engine will not do on command; the rest is proved against one.
@Suite(.enabled(if: PeerScript.isRunnable, "python3 is not installed"))
struct ContainerCollectorTests {
  private typealias Fake = FakeEngine

  @Test func `an engine that is newer than we know is asked in a version that it still speaks`() async throws
  {
    let bench = try await ContainerBench()
    try await bench.engine.tell(#"{"newest": "1.52", "oldest": "1.44"}"#)
    try await bench.collector.tick()
    #expect(bench.engine.requests.contains("GET /v1.51/containers/json?all=1"))
    let future = try await ContainerBench()
    try await future.engine.tell(#"{"newest": "1.70", "oldest": "1.60"}"#)
    try await future.collector.tick()
    #expect(future.engine.requests.contains("GET /v1.60/containers/json?all=1"))
    bench.loop.stop()
    future.loop.stop()
  }

  @Test func `an engine that does not name its version is asked without one`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(#"{"newest": null}"#)
    try await bench.collector.tick()
    #expect(bench.engine.requests.contains("GET /containers/json?all=1"))
    bench.loop.stop()
  }

  @Test func `an engine that became another one is found out about anew`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(#"{"newest": "1.43"}"#)
    try await bench.collector.tick()
    try await bench.engine.tell(#"{"newest": "1.41"}"#)
    bench.time.advance(by: .seconds(60))
    await #expect(throws: CollectorError.self) { try await bench.collector.tick() }
    try await bench.collector.tick()
    #expect(bench.engine.requests.last == "GET /v1.41/containers/json?all=1")
    bench.loop.stop()
  }

  @Test func `after a stream of events ended the version is negotiated again`() async throws {
    let bench = try await ContainerBench()
    try await bench.whileOpen {
      try await bench.engine.isListenedTo()
      let pings = bench.engine.requests("/_ping")
      try await bench.engine.tell(#"{"newest": "1.43"}"#)
      try await bench.engine.tell(#"{"cut": true}"#)
      try await eventually("it listens again") {
        bench.time.advance(by: .milliseconds(100))
        return bench.engine.requests("GET /v1.43/events") == 1
      }
      #expect(bench.engine.requests("/_ping") > pings)
    }
  }

  @Test func `statistics of an engine before 1.41 are asked for without one-shot`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(#"{"newest": "1.40"}"#)
    try await bench.engine.tell(Fake.containers(Fake.container("a")))
    try await bench.collector.tick()
    #expect(bench.engine.requests("/stats") == 1)
    #expect(bench.engine.requests.last == "GET /v1.40/containers/a/stats?stream=false")
    bench.loop.stop()
  }

  @Test func `a quiet reading asks for nothing but statistics, and only ever by GET`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(
      Fake.containers(Fake.container("a"), Fake.container("b"), Fake.container("c", state: "exited")))
    try await bench.whileOpen {
      try await bench.engine.isListenedTo()
      try await bench.collector.tick()
      try await bench.eventually("all are known") { $0.containers.count == 3 }
      let before = bench.engine.requests.count
      try await bench.collector.tick()
      #expect(
        Set(bench.engine.requests[before...])
          == [
            "GET /v1.41/containers/a/stats?stream=false&one-shot=true",
            "GET /v1.41/containers/b/stats?stream=false&one-shot=true",
          ])
      #expect(bench.engine.requests.allSatisfy { $0.hasPrefix("GET ") })
    }
  }

  @Test(arguments: [1, 2, 7, 1000])
  func `an event counts wherever the stream is cut, and is inspected at once`(length: Int) async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(Fake.containers(Fake.container("a")))
    try await bench.whileOpen {
      try await bench.engine.isListenedTo()
      try await bench.collector.tick()
      #expect(bench.container("a")?.state == .running)
      try await bench.engine.tell(Fake.containers(Fake.container("a", state: "exited", exitCode: 3)))
      let events = Fake.event("a", "die", second: 5) + "\n" + Fake.event("a", "stop", second: 5) + "\n"
      try await bench.engine.tell(Fake.sending(events, inPiecesOf: length))
      try await bench.eventually("its end is known") { $0.containers.first?.exitCode == 3 }
      #expect(bench.section.events[.die] == 1)
      #expect(bench.section.events[.stop] == 1)
      #expect(bench.container("a")?.usage == nil)
    }
  }

  @Test func `what an engine tells twice after a reconnection counts once`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(Fake.containers(Fake.container("a")))
    try await bench.whileOpen {
      try await bench.engine.isListenedTo()
      try await bench.collector.tick()
      try await bench.engine.tell(Fake.sending(Fake.event("a", "oom", second: 5)))
      try await bench.eventually("the event is known") { $0.events[.oom] == 1 }
      try await bench.engine.tell(#"{"cut": true}"#)
      try await eventually("it listens again") {
        bench.time.advance(by: .milliseconds(100))
        return bench.engine.requests("/events") == 2
      }
      try await bench.engine.isListenedTo(2)
      #expect(bench.engine.requests.contains { $0.contains("since=1699999003.000000000&") })
      try await bench.engine.tell(
        Fake.sending(Fake.event("a", "oom", second: 5) + Fake.event("a", "die", second: 6)))
      try await bench.eventually("the new event is known") { $0.events[.die] == 1 }
      #expect(bench.section.events[.oom] == 1)
      #expect(bench.container("a")?.oomKills == 1)
    }
  }

  @Test(arguments: [Int64.max, .min])
  func `after a time that cannot be nothing is awaited that is still to come`(time: Int64) async throws {
    let bench = try await ContainerBench()
    try await bench.whileOpen {
      try await bench.engine.isListenedTo()
      let event = #"{"Type":"container","Action":"die","Actor":{"ID":"a"},"timeNano":\#(time)}"#
      try await bench.engine.tell(Fake.sending(event))
      try await bench.engine.tell(#"{"cut": true}"#)
      try await eventually("it listens again") {
        bench.time.advance(by: .milliseconds(100))
        return bench.engine.requests("/events") == 2
      }
      let request = try #require(bench.engine.requests.last { $0.contains("/events") })
      let since = try #require(request.split(separator: "since=").last?.prefix { $0 != "." })
      #expect(try #require(Int64(since)) <= bench.time.now().wall.nanoseconds / 1_000_000_000)
    }
  }

  @Test func `what no event told is found by the next list`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(
      Fake.containers(Fake.container("a"), Fake.container("b"), Fake.container("c")))
    try await bench.whileOpen {
      try await bench.engine.isListenedTo()
      try await bench.collector.tick()
      try await bench.eventually("all are known") { $0.containers.count == 3 }
      try await bench.engine.tell(
        Fake.containers(
          Fake.container("a", state: "exited", exitCode: 9), Fake.container("b", startedAt: 40, cpu: 5),
          Fake.container("d")))
      bench.time.advance(by: .seconds(60))
      let before = bench.engine.requests.count
      try await bench.collector.tick()
      #expect(bench.section.containers.map(\.name) == ["a", "b", "d"])
      #expect(bench.container("a")?.exitCode == 9)
      // Nothing but its times, which fell, told that it was restarted.
      #expect(bench.container("b")?.restarts == 1)
      #expect(bench.engine.requests[before...].count { $0.contains("/json") && !$0.contains("all=1") } == 3)
    }
  }

  @Test func `where events are forbidden every reading lists, and says so`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(#"{"refuse": ["/events"]}"#)
    try await bench.engine.tell(Fake.containers(Fake.container("a")))
    try await bench.whileOpen {
      try await eventually("it was refused") { bench.engine.requests("/events") == 1 }
      try await bench.collector.tick()
      try await eventually("it knows that it is deaf") {
        try await bench.collector.tick()
        return bench.section.unread == [UnreadPart(part: "events", reason: "refused")]
      }
      try await bench.engine.tell(Fake.containers(Fake.container("a", state: "paused")))
      let inspections = bench.engine.requests("/a/json")
      try await bench.collector.tick()
      #expect(bench.container("a")?.state == .paused)
      #expect(bench.engine.requests("/a/json") == inspections + 1)
    }
  }

  @Test func `a proxy that forbids everything is named as such`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(#"{"refuse": ["/"]}"#)
    let error = await #expect(throws: CollectorError.self) { try await bench.collector.tick() }
    #expect(error?.reason == .refused)
    #expect(error?.description.contains("answered 403: Request forbidden by administrative rules.") == true)
    #expect(bench.store.current.containers == nil)
    bench.loop.stop()
  }

  @Test func `a container without statistics is shown without, and counted`() async throws {
    let bench = try await ContainerBench()
    try await bench.engine.tell(Fake.containers(Fake.container("a"), Fake.container("b")))
    try await bench.engine.tell(#"{"refuse": ["/containers/b/stats"]}"#)
    try await bench.collector.tick()
    #expect(bench.container("a")?.usage?.memory == 4096)
    #expect(bench.container("b")?.usage == nil)
    #expect(bench.section.unread == [UnreadPart(part: "usage", reason: "refused")])
    bench.loop.stop()
  }

  @Test func `nobody at the usual places is nothing to watch, at a configured one it is a failure`()
    async throws
  {
    let bench = try await ContainerBench { settings in
      settings.address = EngineAddress(.socket(path: "/nonexistent/docker.sock"))
    }
    let error = await #expect(throws: CollectorError.self) { try await bench.collector.tick() }
    #expect(error?.reason == .unreachable)
    #expect(error?.description.contains("/nonexistent/docker.sock") == true)
    bench.loop.stop()
  }
}
