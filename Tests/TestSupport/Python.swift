import Model

/// The Python of our tests, with `prometheus_client`, which `Scripts/python-env` makes.
package enum Python {
  /// Whether tests that need it run; without it they do only when `BROKERWATCH_REQUIRE` names `python`.
  package static func isUsable() async throws -> Bool {
    if PeerProgram.isRequired("python") { return true }
    guard PeerProgram.isUsable("python3", requiredAs: "python"), let path = try? await path() else {
      return false
    }
    return try await ChildProcess(path, ["-c", "import prometheus_client"]).wait() == 0
  }

  /// Runs a script of `Tests/Peers`, and answers what it prints.
  package static func run(_ script: String, _ arguments: [String]) async throws -> String {
    try await output(of: path(), ["\(Repository.root)/Tests/Peers/\(script)"] + arguments)
  }

  private static func path() async throws -> String {
    try await output(of: "sh", ["\(Repository.root)/Scripts/python-env", "--make"])
  }

  private static func output(of program: String, _ arguments: [String]) async throws -> String {
    let child = try ChildProcess(program, arguments)
    child.closeInput()
    let output = try await child.standardOutput.text(within: .seconds(120))
    let status = try await child.wait()
    guard status == 0 else {
      throw ScriptFailed(arguments: arguments, message: try await child.standardError.text())
    }
    return output.hasSuffix("\n") ? String(output.dropLast()) : output
  }
}
