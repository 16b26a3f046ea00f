import Monitor
import TestSupport
import Testing

/// A program that speaks an engine's API as a test says.
struct FakeEngine {
  private let process: ChildProcess
  let address: EngineAddress

  init() async throws {
    process = try ChildProcess(PeerScript.python, [PeerScript.path("fake_engine.py")])
    let port = try #require(UInt16(try await process.standardOutput.line(after: "port ")))
    address = EngineAddress(.host("127.0.0.1", port: port, usesTLS: false))
  }

  /// Changes what it says from now on.
  func tell(_ json: String) async throws {
    let before = count("done")
    process.write(json.split(separator: "\n").joined(separator: " ") + "\n")
    try await eventually("the engine obeys") { count("done") > before }
  }

  /// What it was asked for, such as `GET /_ping`.
  var requests: [String] {
    process.standardOutput.lines.filter { !$0.hasPrefix("port ") && $0 != "done" && $0 != "listening" }
  }

  func requests(_ part: String) -> Int {
    requests.count { $0.contains(part) }
  }

  func isListenedTo(_ times: Int = 1) async throws {
    try await eventually("somebody listens") { count("listening") >= times }
  }

  private func count(_ line: String) -> Int {
    process.standardOutput.lines.count { $0 == line }
  }
}

extension FakeEngine {
  /// A container as all three replies tell it.
  static func container(
    _ id: String, state: String = "running", startedAt: Int = 10, restarts: Int = 0, exitCode: Int = 0,
    cpu: Int = 1000
  ) -> String {
    #"""
    "\#(id)": {
      "list": {"Id": "\#(id)", "Names": ["/\#(id)"], "Image": "bb:1", "State": "\#(state)", "Created": 1767225600},
      "inspect": {"Id": "\#(id)", "Name": "/\#(id)", "Created": "2026-01-01T00:00:00Z", "RestartCount": \#(restarts),
        "State": {"Status": "\#(state)", "ExitCode": \#(exitCode), "StartedAt": "2026-01-01T00:00:\#(startedAt)Z"}},
      "stats": {"read": "2026-01-01T00:01:00Z", "memory_stats": {"usage": 4096},
        "cpu_stats": {"cpu_usage": {"total_usage": \#(cpu), "usage_in_usermode": \#(cpu), "usage_in_kernelmode": 0}}}
    }
    """#
  }

  static func containers(_ containers: String...) -> String {
    "{\"containers\": {\(containers.joined(separator: ","))}}"
  }

  static func event(_ id: String, _ action: String, second: Int) -> String {
    #"{"Type":"container","Action":"\#(action)","Actor":{"ID":"\#(id)","Attributes":{"name":"\#(id)"}},"timeNano":\#(1_699_999_000 + second)000000000}"#
  }

  /// The order to send this, in pieces of so many characters.
  static func sending(_ text: String, inPiecesOf length: Int = .max) -> String {
    var (pieces, rest): ([String], Substring) = ([], text[...])
    while !rest.isEmpty {
      let escaped = rest.prefix(length).map { $0 == "\"" ? "\\\"" : $0 == "\\" ? "\\\\" : String($0) }
        .joined()
      pieces.append("\"\(escaped)\"")
      rest = rest.dropFirst(length)
    }
    return "{\"events\": [\(pieces.joined(separator: ","))]}"
  }
}
