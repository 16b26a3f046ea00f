import FoundationEssentials
import Kafka
import Model
import Systemd
import TestSupport
import Transport

/// A server of ours that gives out tokens.
final class TokenPeer: Sendable {
  struct Request: Decodable {
    let path: String
    let body: String
    let headers: [String: String]
  }

  private let process: ChildProcess
  private let port: UInt16
  private let scheme: String

  private init(_ scheme: String, _ arguments: [String]) async throws {
    let path = PeerScript.path("token_peer.py", of: "KafkaTests")
    process = try ChildProcess(PeerScript.python, ["-I", "-S", path] + arguments)
    port = UInt16(try await process.standardOutput.line(after: "port ")) ?? 0
    self.scheme = scheme
  }

  static func http() async throws -> TokenPeer {
    try await TokenPeer("http", [])
  }

  static func https(_ files: CertificateFiles) async throws -> TokenPeer {
    try await TokenPeer("https", files.serverArguments("server"))
  }

  var address: String { "\(scheme)://127.0.0.1:\(port)" }

  /// The path says how it answers.
  func endpoint(_ path: String) -> TokenEndpoint {
    TokenEndpoint(
      url: "\(address)/\(path)", clientID: "monitor", clientSecret: "s3cr+t", deadline: .seconds(60))
  }

  /// What it was asked until now.
  func requests() throws -> [Request] {
    try process.standardOutput.lines.filter { $0.hasPrefix("request ") }.map {
      try JSONDecoder().decode(Request.self, from: Data($0.dropFirst(8).utf8))
    }
  }
}

extension TokenPeer {
  /// What a peer tells of a request may come later than its answer.
  func wasAsked(_ count: Int) async throws {
    try await eventually("\(count) requests have come", within: .seconds(10)) {
      try requests().count == count
    }
  }
}

/// Runs the body with the tokens of an endpoint.
func withTokens<Result>(
  _ endpoint: TokenEndpoint, time: any TimeSource = SystemTime(),
  _ body: (SharedToken) async throws -> Result
) async throws -> Result {
  let loop = try EventLoop(name: "tokens", time: time)
  defer { loop.stop() }
  let client = try HTTPClient(on: loop, userAgent: "brokerwatch-tests")
  return try await body(SharedToken(endpoint, client: client, on: loop, time: time))
}
