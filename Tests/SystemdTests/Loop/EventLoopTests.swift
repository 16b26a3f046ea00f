import Glibc
import Systemd
import Testing

@Suite struct EventLoopTests {
  let loop: EventLoop

  init() throws {
    loop = try EventLoop(name: "test")
  }

  @Test func `an actor on the loop runs on the loop's thread`() async throws {
    let actor = LoopActor(on: loop)
    let threads = await actor.run { _ in (pthread_self(), pthread_self()) }
    #expect(threads.0 == threads.1)
    #expect(pthread_self() != threads.0)
    #expect(await actor.run { $0.loop.isOnLoop })
    #expect(!loop.isOnLoop)
    loop.stop()
  }
}
