import Glibc
import Systemd
import TestSupport
import Testing

@Suite struct EventLoopWatchTests {
  let pipe = Pipe()

  @Test func `a watch calls its handler as its actor when there is something to read`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    try await actor.watch(pipe.reading, for: .readable) { [pipe] actor, readiness in
      actor.note("\(readiness == .readable) \(pipe.read())")
    }
    pipe.write("one")
    try await eventually("the first was read") { await actor.notes == ["true one"] }
    pipe.write("two")
    try await eventually("the second was read") { await actor.notes == ["true one", "true two"] }
  }

  @Test func `a watch calls its handler while there is room to write`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    pipe.fill()
    try await actor.watch(pipe.writing, for: .writable) { actor, readiness in
      actor.note("\(readiness == .writable)")
      actor.watches = []
    }
    #expect(await actor.notes == [])
    _ = pipe.read()
    try await eventually("there is room") { await actor.notes == ["true"] }
  }

  @Test func `a watch that wants nothing hears nothing, not even a hang-up, until it wants something`()
    async throws
  {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let ends = SocketPair()
    ends.closeFar()
    try await actor.watch(ends.near, for: []) { actor, _ in
      actor.note("heard")
      actor.watches = []
    }
    await actor.takeTurns(10)
    #expect(await actor.notes == [])
    try await actor.run { try $0.watches[0].change(to: .readable) }
    try await eventually("it was heard") { await actor.notes == ["heard"] }
  }

  @Test func `a watch that no longer wants anything hears no hang-up`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let ends = SocketPair()
    try await actor.watch(ends.near, for: .readable) { actor, _ in actor.note("heard") }
    try await actor.run { try $0.watches[0].change(to: []) }
    ends.closeFar()
    await actor.takeTurns(10)
    #expect(await actor.notes == [])
  }

  @Test func `a watch can change from reading to writing and back in its handler`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let ends = SocketPair()
    try await actor.watch(ends.near, for: .writable) { actor, readiness in
      if readiness.contains(.writable) {
        actor.note("writable")
        try? actor.watches[0].change(to: .readable)
      }
      if readiness.contains(.readable) {
        actor.note("readable")
        actor.watches = []
      }
    }
    try await eventually("it was writable") { await actor.notes == ["writable"] }
    ends.writeFar("x")
    try await eventually("it was readable") { await actor.notes == ["writable", "readable"] }
  }

  @Test func `a hang-up is told even to who wants to read`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let ends = SocketPair()
    try await actor.watch(ends.near, for: .readable) { actor, readiness in
      guard readiness.contains(.hungUp) else { return }
      actor.note("hung up")
      actor.watches = []
    }
    ends.closeFar()
    try await eventually("it was told") { await actor.notes == ["hung up"] }
  }

  @Test func `a released watch hears nothing more, and the descriptor can be watched anew`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    try await actor.watch(pipe.reading, for: .readable) { actor, _ in actor.note("first") }
    await actor.run { $0.watches = [] }
    try await actor.watch(pipe.reading, for: .readable) { [pipe] actor, _ in
      actor.note("second " + pipe.read())
    }
    pipe.write("x")
    try await eventually("the second watch hears") { await actor.notes == ["second x"] }
  }

  @Test func `a watch released on another thread lets go of what its handler holds`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    var actor: LoopActor? = LoopActor(on: loop)
    var held: Pipe? = Pipe()
    weak let observed = held
    try await actor?.watch(pipe.reading, for: .readable) { [held] _, _ in withExtendedLifetime(held) {} }
    held = nil
    #expect(observed != nil)
    actor = nil
    try await eventually("the handler is gone") { observed == nil }
  }

  @Test func `what cannot be watched is refused with the reason`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let error = await #expect(throws: SystemError.self) {
      try await actor.watch(1 << 20, for: .readable) { _, _ in }
    }
    #expect(error?.code == EBADF)
    #expect(
      error?.description
        == "Cannot watch descriptor 1048576: fcntl failed: Bad file descriptor (errno 9).")
  }

  @Test func `a handler that lets go of its watch may close a descriptor that others have open too`()
    async throws
  {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let descriptor = dup(pipe.reading)
    try await actor.watch(descriptor, for: .readable) { actor, _ in
      actor.watches = []
      close(descriptor)
      actor.note("closed")
    }
    pipe.write("one")
    try await eventually("it was closed") { await actor.notes == ["closed"] }
    await actor.takeTurns(10)
    #expect(await actor.notes == ["closed"])
  }
}
