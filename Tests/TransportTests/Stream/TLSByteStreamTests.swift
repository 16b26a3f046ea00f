import Model
import Systemd
import TestSupport
import Testing
import Transport

@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct TLSByteStreamTests {
  private let files: CertificateFiles

  init() async throws {
    files = try await CertificateFiles()
  }

  private func endpoint(_ peer: Peer, _ authority: String = "authority") -> StreamEndpoint {
    let tls = TLSSettings(authorityFile: files.certificate(authority), serverName: "localhost")
    return StreamEndpoint(host: "127.0.0.1", port: peer.port, tls: tls)
  }

  @Test func `a TLS peer that reads nothing for 3 s takes 40 MB intact`() async throws {
    let size = 40_000_000
    let peer = try await Peer.tlsStream("late_reader", files, "--narrow", "--delay", "3", "--size", "\(size)")
    let bytes = Pattern.bytes(size)
    let directory = try TemporaryDirectory()
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: endpoint(peer), on: loop)
      try await stream.send(ByteBlock(bytes))
      #expect(try await stream.receive() == Array("done".utf8))
    }
    let digest = try await directory.sha256(of: bytes)
    #expect(try await peer.tells("received ") == "\(size) \(digest)")
  }

  @Test func `one task receives while another sends, with more than the buffers hold`() async throws {
    let peer = try await Peer.tlsStream("echo", files, "--narrow")
    let bytes = Pattern.bytes(20_000_000)
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: endpoint(peer), on: loop)
      async let sending: Void = stream.send(ByteBlock(bytes))
      let echo = try await stream.receive(exactly: bytes.count)
      #expect(echo.count == bytes.count && Pattern.matches(echo))
      try await sending
    }
  }

  @Test func `what TLS has unpacked already is received though the socket stays silent`() async throws {
    let peer = try await Peer.tlsStream("burst", files)
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: endpoint(peer), on: loop)
      var received: [UInt8] = []
      while received.count < 256 * 40 {
        received += try #require(try await stream.receive(upTo: 100))
      }
      #expect(received == (0..<40).flatMap { _ in Array(UInt8.min...UInt8.max) })
    }
  }

  /// libcurl keeps authorities that it has read, and would trust the old ones for a while.
  @Test func `authorities that are replaced count for the very next connection`() async throws {
    let peer = try await Peer.tlsStream("echo", files)
    let directory = try TemporaryDirectory()
    func trust(_ authority: String) throws {
      _ = try directory.write(Files.bytes(of: files.certificate(authority)), to: "ca.pem")
    }
    let tls = TLSSettings(authorityFile: directory.file("ca.pem"), serverName: "localhost")
    let endpoint = StreamEndpoint(host: "127.0.0.1", port: peer.port, tls: tls)
    try await withLoop { loop in
      for round in 1...2 {
        try trust("authority")
        let stream = try await ByteStream.connect(to: endpoint, on: loop)
        try trust("stranger")
        let error = await failure { () throws(TransportError) in
          _ = try await ByteStream.connect(to: endpoint, on: loop)
        }
        expect(.unknownAuthority, error)
        // Whoever is connected stays so.
        try await stream.send(ByteBlock([UInt8(round)]))
        #expect(try await stream.receive() == [UInt8(round)])
      }
    }
  }

  @Test func `the end of the peer's certificate is openssl's`() async throws {
    let peer = try await Peer.tlsStream("silent", files)
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: endpoint(peer), on: loop)
      let expiry = try #require(await stream.certificateExpiry)
      #expect(expiry == (try await files.endDate(of: "server")))
    }
  }

  @Test func `an unknown authority and a wrong name are refused`() async throws {
    let peer = try await Peer.tlsStream("silent", files)
    var misnamed = TLSSettings(authorityFile: files.authority)
    misnamed.serverName = "kafka.example"
    let wrongName = StreamEndpoint(host: "127.0.0.1", port: peer.port, tls: misnamed)
    try await withLoop { loop in
      for (endpoint, kind) in [
        (endpoint(peer, "stranger"), TransportError.Kind.unknownAuthority), (wrongName, .hostnameMismatch),
      ] {
        let error = await failure { () throws(TransportError) in
          _ = try await ByteStream.connect(to: endpoint, on: loop)
        }
        #expect(error?.kind == kind)
      }
    }
  }

  @Test func `a TLS stream that ends properly is no error`() async throws {
    let peer = try await Peer.tlsStream("close_at_once", files)
    try await withLoop { loop in
      let stream = try await ByteStream.connect(to: endpoint(peer), on: loop)
      try await stream.send(ByteBlock([1]))
      #expect(try await stream.receive() == nil)
    }
  }

  @Test func `a handshake that does not end is given up after the time to connect`() async throws {
    let peer = try await Peer.http("--never-accept")
    let time = ManualTime()
    try await withLoop(time: time) { loop in
      let endpoint = endpoint(peer)
      async let error = failure { () throws(TransportError) in
        _ = try await ByteStream.connect(to: endpoint, deadline: .seconds(7), on: loop)
      }
      try await eventually("the connection is being made") { loop.pendingTimers > 0 }
      try await eventually("the deadline is armed and passes") {
        time.advance(by: .seconds(7))
        return loop.pendingTimers == 0
      }
      #expect(await error?.kind == .timeout(.connect))
    }
  }
}
