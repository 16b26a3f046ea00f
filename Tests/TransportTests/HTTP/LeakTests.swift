import Model
import TestSupport
import Testing
import Transport

/// In processes of their own, so that nobody else's descriptors are counted.
@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
struct LeakTests {
  @Test func `many requests, good and bad, leave no descriptor open`() async {
    await #expect(processExitsWith: .success) {
      let files = try await CertificateFiles()
      let peers = [try await Peer.http(), try await Peer.https(files)]
      let paths = ["hello", "chunked", "close-in-body", "garbage", "stall-in-body", "many-headers/100"]
      let before = openDescriptors()
      try await withClient { client in
        for round in 0..<300 {
          var request = peers[round % 2 == 0 ? 0 : 1].get(paths[round % paths.count])
          if round % 2 == 1 { request = peers[1].tlsGet(paths[round % paths.count]) }
          request.tls.authorityFile = files.authority
          _ = await failure { () throws(TransportError) in
            for try await _ in try await client.send(request).body { break }
          }
        }
      }
      try await eventually("all descriptors are closed") { openDescriptors() <= before }
    }
  }

  @Test func `many streams, closed or just let go of, leave no descriptor open`() async {
    await #expect(processExitsWith: .success) {
      let files = try await CertificateFiles()
      let peer = try await Peer.tlsStream("echo", files)
      let tls = TLSSettings(authorityFile: files.authority)
      let endpoint = StreamEndpoint(host: "localhost", port: peer.port, tls: tls)
      let before = openDescriptors()
      try await withLoop { loop in
        for round in UInt8.min..<100 {
          let stream = try await ByteStream.connect(to: endpoint, deadline: .seconds(60), on: loop)
          try await stream.send(ByteBlock([round]))
          guard try await stream.receive() == [round] else { throw LeakTests.Broken() }
          if round % 2 == 0 { await stream.close() }
        }
      }
      try await eventually("all descriptors are closed") { openDescriptors() <= before }
    }
  }

  struct Broken: Error {}
}
