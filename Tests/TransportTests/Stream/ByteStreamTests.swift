import FoundationEssentials
import Model
import Systemd
import TestSupport
import Testing
import Transport

@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct ByteStreamTests {
  @Test func `what is sent comes back from an echo`() async throws {
    let peer = try await Peer.stream("echo")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      try await stream.send(ByteBlock(Array("over and out".utf8)))
      #expect(try await stream.receive() == Array("over and out".utf8))
      #expect(await stream.certificateExpiry == nil)
      await stream.close()
      _ = try await peer.tells("eof")
    }
  }

  @Test func `sends go out whole and in turn, and an empty one is done at once`() async throws {
    let peer = try await Peer.stream("echo")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      try await stream.send(ByteBlock([]))
      async let sending: Void = withThrowingTaskGroup(of: Void.self) { group in
        for letter in UInt8(ascii: "a")...UInt8(ascii: "h") {
          let block = ByteBlock([UInt8](repeating: letter, count: 300_000))
          group.addTask { try await stream.send(block) }
        }
        try await group.waitForAll()
      }
      let echo = try await stream.receive(exactly: 8 * 300_000)
      try await sending
      let parts = stride(from: 0, to: echo.count, by: 300_000).map { Data(echo[$0..<$0 + 300_000]) }
      #expect(Set(parts).count == 8)
      #expect(parts.allSatisfy { $0 == Data(repeating: $0[0], count: 300_000) })
    }
  }

  @Test func `one task receives while another sends, with more than the buffers hold`() async throws {
    let peer = try await Peer.stream("echo")
    let bytes = Pattern.bytes(20_000_000)
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      async let sending: Void = stream.send(ByteBlock(bytes))
      let echo = try await stream.receive(exactly: bytes.count)
      #expect(echo.count == bytes.count && Pattern.matches(echo))
      try await sending
    }
  }

  @Test func `no more is received than was asked for`() async throws {
    let peer = try await Peer.stream("burst")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      let first = try await stream.receive(upTo: 10)
      #expect(first == Array(0..<10))
    }
  }

  @Test func `the end of the stream is no error`() async throws {
    let peer = try await Peer.stream("close_at_once")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      try await stream.send(ByteBlock([1]))
      #expect(try await stream.receive() == nil)
      #expect(try await stream.receive() == nil)
    }
  }

  @Test func `a reset is an error, for the reader and again`() async throws {
    let peer = try await Peer.stream("reset")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      try await stream.send(ByteBlock([1]))
      for _ in 0..<2 {
        let error = await failure { () throws(TransportError) in _ = try await stream.receive() }
        expect(.closed, error)
      }
    }
  }

  @Test func `sending to a peer that is gone is an error, and no signal`() async throws {
    let peer = try await Peer.stream("reset")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      let error = await failure { () throws(TransportError) in
        while true { try await stream.send(ByteBlock([UInt8](repeating: 0, count: 100_000))) }
      }
      expect(.closed, error)
      #expect(error?.attempt == "sending")
    }
  }

  @Test func `a cancelled reader loses no bytes`() async throws {
    let peer = try await Peer.stream("echo")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      for round in UInt8.min..<50 {
        async let sending: Void = stream.send(ByteBlock([round]))
        let got = await withTaskGroup(of: [UInt8]?.self) { group in
          group.addTask { try? await stream.receive() }
          await Task.yield()
          group.cancelAll()
          return await group.next() ?? nil
        }
        try await sending
        let late = got == nil ? try await stream.receive() : got
        #expect(late == [round])
      }
    }
  }

  @Test func `a send that is cancelled half-way closes the stream, one that has not begun does not`()
    async throws
  {
    let peer = try await Peer.stream("deaf")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      let large = ByteBlock([UInt8](repeating: 0, count: 50_000_000))
      let error = await withTaskGroup(of: TransportError?.self) { group in
        group.addTask { await failure { () throws(TransportError) in try await stream.send(large) } }
        await Task.yield()
        group.cancelAll()
        return await group.next() ?? nil
      }
      expect(.cancelled, error)
      try await eventually("the stream is closed") {
        await failure { () throws(TransportError) in _ = try await stream.receive() }?.kind == .closed
      }
    }
  }

  @Test func `closing wakes who waits`() async throws {
    let peer = try await Peer.stream("silent")
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: peer.endpoint, on: loop)
      async let error = failure { () throws(TransportError) in _ = try await stream.receive() }
      _ = try await peer.tells("accept")
      await stream.close()
      #expect(await error?.kind == .closed)
      _ = try await peer.tells("eof")
    }
  }

  @Test func `letting go of a stream closes it`() async throws {
    let peer = try await Peer.stream("silent")
    try await withLoop { loop in
      _ = try await ByteStream.connect(to: peer.endpoint, on: loop)
      _ = try await peer.tells("eof")
    }
  }

  @Test func `a port where nobody listens is refused`() async throws {
    let port = try UnusedPort()
    defer { withExtendedLifetime(port) {} }
    let endpoint = StreamEndpoint(host: "127.0.0.1", port: port.number)
    try await withLoop { loop in
      let error = await failure { () throws(TransportError) in
        _ = try await ByteStream.connect(to: endpoint, on: loop)
      }
      expect(.refused, error)
      #expect(error?.address == "tcp://127.0.0.1:\(endpoint.port)")
    }
  }
}
