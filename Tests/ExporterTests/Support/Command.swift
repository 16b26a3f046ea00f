import TestSupport

/// What a program that ran to its end left behind.
struct Command {
  let status: Int
  let output: String
  let errors: String

  init(_ program: String, _ arguments: String...) async throws {
    try await self.init(program, arguments)
  }

  init(_ program: String, _ arguments: [String]) async throws {
    let process = try ChildProcess(program, arguments)
    process.closeInput()
    status = try await process.wait()
    output = try await process.standardOutput.text()
    errors = try await process.standardError.text()
  }
}
