import TestSupport
import Transport

/// A server of a test: one of the scripts, on a port of its own.
final class Peer: Sendable {
  let process: ChildProcess
  let port: UInt16

  private init(_ script: String, _ arguments: [String]) async throws {
    let path = PeerScript.path(script, of: "TransportTests")
    process = try ChildProcess(PeerScript.python, ["-I", "-S", path] + arguments)
    port = UInt16(try await process.standardOutput.line(after: "port ")) ?? 0
  }

  /// Speaks HTTP, and behaves as the path of the request asks.
  static func http(_ arguments: String...) async throws -> Peer {
    try await Peer("http_peer.py", arguments)
  }

  static func https(
    _ files: CertificateFiles, certificate: String = "server", _ arguments: String...
  ) async throws -> Peer {
    try await Peer("http_peer.py", files.serverArguments(certificate) + arguments)
  }

  static func stream(_ behaviour: String, _ arguments: String...) async throws -> Peer {
    try await Peer("stream_peer.py", ["--do", behaviour] + arguments)
  }

  static func tlsStream(
    _ behaviour: String, _ files: CertificateFiles, _ arguments: String...
  ) async throws -> Peer {
    try await Peer("stream_peer.py", ["--do", behaviour] + files.serverArguments("server") + arguments)
  }

  var endpoint: StreamEndpoint {
    StreamEndpoint(host: "127.0.0.1", port: port)
  }

  func url(_ path: String) -> String {
    "http://127.0.0.1:\(port)/\(path)"
  }

  func tlsURL(_ path: String, host: String = "localhost") -> String {
    "https://\(host):\(port)/\(path)"
  }

  /// A request with more time than any machine needs.
  func get(_ path: String) -> HTTPRequest {
    HTTPRequest(.get, url(path), deadlines: .patient)
  }

  func tlsGet(_ path: String) -> HTTPRequest {
    HTTPRequest(.get, tlsURL(path), deadlines: .patient)
  }

  /// What it tells, from a line with this beginning on; waits for the line.
  func tells(_ prefix: String) async throws -> String {
    try await process.standardOutput.line(after: prefix)
  }

  func countLines(_ prefix: String) -> Int {
    process.standardOutput.lines.count { $0.hasPrefix(prefix) }
  }
}
