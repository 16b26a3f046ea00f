import Glibc
import TestSupport

/// The built executable, serving on a free port of loopback.
final class RunningDaemon: Sendable {
  let process: ChildProcess
  let address: String

  /// Other tests have brokers on this host, which it would find and watch.
  private static let notTheHost = ["--no-collector.processes", "--no-collector.containers"]

  /// `launcher` is a program that runs it, such as `setpriv` with its arguments.
  init(
    _ arguments: [String] = [], listenAddress: String? = "127.0.0.1:0", environment: [String: String] = [:],
    launcher: [String] = [], seesHost: Bool = false
  ) async throws {
    let listen = listenAddress.map { ["--web.listen-address", $0] } ?? []
    let words =
      launcher + [Self.executable, "run"] + listen + (seesHost ? [] : Self.notTheHost) + arguments
    process = try ChildProcess(words[0], Array(words.dropFirst()), environment: environment)
    let serving = try await process.standardError.line(containing: "msg=serving")
    address = serving.split(separator: "addresses=").last.map(String.init) ?? ""
  }

  /// The executable lies beside the bundle that these tests are run from.
  static var executable: String {
    let bundle = CommandLine.arguments.first ?? ""
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/brokerwatch"
  }

  var port: String {
    address.split(separator: ":").last.map(String.init) ?? ""
  }

  func url(_ path: String = "/metrics", scheme: String = "http") -> String {
    "\(scheme)://127.0.0.1:\(port)\(path)"
  }

  /// The page as curl gets it.
  func get(_ path: String, _ curlArguments: String...) async throws -> String {
    let command = try await Command("curl", ["-sS", "--max-time", "30"] + curlArguments + [url(path)])
    return command.output
  }

  /// The metrics page through TLS.
  func getSecurely(_ curlArguments: String...) async throws -> String {
    let address = "https://localhost:\(port)/metrics"
    return try await Command("curl", ["-sS", "--max-time", "30"] + curlArguments + [address]).output
  }

  /// The value of the sample that begins with this, on a fresh page.
  func sample(_ name: String) async throws -> String? {
    try await get("/metrics").split(separator: "\n").first { $0.hasPrefix(name + " ") }?
      .split(separator: " ").last.map(String.init)
  }

  func terminate() async throws -> Int {
    process.signal(SIGTERM)
    return try await process.wait()
  }
}

extension ChildOutput {
  /// The first line with this in it; waits for it.
  func line(containing text: String) async throws -> String {
    var found: String?
    try await eventually("a line with '\(text)'") {
      found = lines.first { $0.contains(text) }
      return found != nil
    }
    return found ?? ""
  }
}
