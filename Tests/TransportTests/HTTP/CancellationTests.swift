import TestSupport
import Testing
import Transport

@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct CancellationTests {
  @Test func `cancelling the task that waits for a response closes the connection`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      try await withThrowingTaskGroup(of: TransportError?.self) { group in
        let request = peer.get("stall-before-head")
        group.addTask {
          await failure { () throws(TransportError) in _ = try await client.send(request) }
        }
        _ = try await peer.tells("request 1")
        group.cancelAll()
        #expect(try await group.next()??.kind == .cancelled)
      }
      _ = try await peer.tells("eof 1")
    }
  }

  @Test func `cancelling the task that reads a body closes the connection`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let response = try await client.send(peer.get("stall-in-body"))
      await withTaskGroup(of: TransportError?.self) { group in
        let (first, arrived) = AsyncStream<Void>.makeStream()
        group.addTask {
          await failure { () throws(TransportError) in
            var iterator = response.body.makeAsyncIterator()
            while try await iterator.next() != nil { arrived.yield() }
          }
        }
        for await _ in first { break }
        group.cancelAll()
        let error = await group.next() ?? nil
        expect(.cancelled, error)
      }
      _ = try await peer.tells("eof 1")
    }
  }

  @Test func `a task that is cancelled already opens no connection`() async throws {
    let peer = try await Peer.http()
    try await withClient { client in
      let request = peer.get("hello")
      let error = await withTaskGroup(of: TransportError?.self) { group in
        group.cancelAll()
        group.addTask {
          await failure { () throws(TransportError) in _ = try await client.send(request) }
        }
        return await group.next() ?? nil
      }
      expect(.cancelled, error)
      _ = try await client.send(request).body.collect(upTo: 100)
      _ = try await peer.tells("request 1")
      #expect(peer.countLines("request") == 1)
    }
  }
}
