import CShims
import Systemd
import Testing

@Suite struct EventLoopTests {
  @Test func `an actor on a loop runs on the loop's thread, every time`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let first = await actor.run { _ in current_thread() }
    await Task.yield()
    let second = await actor.run { _ in current_thread() }
    #expect(first == second)
    #expect(current_thread() != first)
  }

  @Test func `only what runs on the loop is isolated to it`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    #expect(loop.isIsolatingCurrentContext() == false)
    #expect(await LoopActor(on: loop).run { $0.loop.isIsolatingCurrentContext() } == true)
    let other = try EventLoop(name: "other")
    defer { other.stop() }
    #expect(await LoopActor(on: other).run { _ in loop.isIsolatingCurrentContext() } == false)
  }

  @Test func `assuming an actor's isolation off its loop ends the process`() async {
    await #expect(processExitsWith: .failure) {
      let loop = try EventLoop(name: "test")
      LoopActor(on: loop).claimToBeOnLoop()
    }
  }

  @Test(arguments: [
    ("watch", "watch"), ("a name of many letters", "a name of many "),
    // The 15th byte would be half of a letter.
    ("abcdefghijklmné", "abcdefghijklmn"),
  ])
  func `the kernel shows the thread under the loop's name, as much of it as fits`(
    name: String, shown: String
  ) async throws {
    let loop = try EventLoop(name: name)
    defer { loop.stop() }
    let comm = try await LoopActor(on: loop).run { _ in try SmallFile.read("/proc/thread-self/comm") }
    #expect(String(decoding: comm, as: UTF8.self) == shown + "\n")
  }

  @Test func `what many tasks send each arrives in the order it was sent`() async throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let actor = LoopActor(on: loop)
    let senders = 8
    let messages = 500
    await withTaskGroup { group in
      for sender in 0..<senders {
        group.addTask {
          for message in 0..<messages { await actor.note("\(sender) \(message)") }
        }
      }
    }
    let notes = await actor.notes
    #expect(notes.count == senders * messages)
    for sender in 0..<senders {
      #expect(notes.filter { $0.hasPrefix("\(sender) ") } == (0..<messages).map { "\(sender) \($0)" })
    }
  }

  @Test func `actors of two loops can call each other to and fro`() async throws {
    let loops = try (EventLoop(name: "one"), EventLoop(name: "two"))
    defer { loops.0.stop() }
    defer { loops.1.stop() }
    let actors = (LoopActor(on: loops.0), LoopActor(on: loops.1))
    for turn in 0..<1000 {
      await actors.0.note("\(turn)")
      await actors.1.note("\(turn)")
    }
    #expect(await actors.0.notes == actors.1.notes)
  }
}
