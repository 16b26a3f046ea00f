import FoundationEssentials
import TestSupport

/// A real peer that a script of `Tests/Integration/beds` started; gone when this is released.
final class Bed: Sendable {
  private let process: ChildProcess
  /// What the script says of its peer.
  let facts: [String: String]

  init(_ name: String, _ arguments: [String], within limit: Duration = .seconds(60)) async throws {
    process = try ChildProcess("\(Repository.root)/Tests/Integration/beds/\(name)", arguments)
    let process = process
    try await eventually("the bed \(name) is ready", within: limit) {
      !process.standardOutput.lines.isEmpty || process.exitStatus() != nil
    }
    guard let line = process.standardOutput.lines.first else {
      throw ScriptFailed(arguments: [name] + arguments, message: try await process.standardError.text())
    }
    facts = try Self.facts(line)
  }

  /// Gives an order to a bed that takes some, and waits until it has obeyed.
  @discardableResult
  func order(_ word: String) async throws -> [String: String] {
    let before = process.standardOutput.lines.count
    process.write(word + "\n")
    let process = process
    try await eventually("the bed obeys '\(word)'") {
      process.standardOutput.lines.count > before || process.exitStatus() != nil
    }
    guard process.standardOutput.lines.count > before else {
      throw ScriptFailed(arguments: [word], message: try await process.standardError.text())
    }
    return try Self.facts(process.standardOutput.lines[before])
  }

  private static func facts(_ line: String) throws -> [String: String] {
    try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
  }
}
