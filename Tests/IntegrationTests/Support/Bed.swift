import FoundationEssentials
import TestSupport

/// A real peer that a script of `Tests/Integration/beds` started; gone when this is released.
final class Bed: Sendable {
  private let process: ChildProcess
  /// What the script says of its peer.
  let facts: [String: String]

  init(_ name: String, _ arguments: [String]) async throws {
    process = try ChildProcess("\(Repository.root)/Tests/Integration/beds/\(name)", arguments)
    let process = process
    try await eventually("the bed \(name) is ready") {
      !process.standardOutput.lines.isEmpty || process.exitStatus() != nil
    }
    guard let line = process.standardOutput.lines.first else {
      throw ScriptFailed(arguments: [name] + arguments, message: try await process.standardError.text())
    }
    facts = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
  }
}
