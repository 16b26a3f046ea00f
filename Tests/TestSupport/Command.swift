/// What a program that ran to its end left behind.
package struct Command {
  package let status: Int
  package let output: String
  package let errors: String

  package init(_ program: String, _ arguments: String...) async throws {
    try await self.init(program, arguments)
  }

  package init(_ program: String, _ arguments: [String]) async throws {
    let process = try ChildProcess(program, arguments)
    process.closeInput()
    status = try await process.wait()
    output = try await process.standardOutput.text()
    errors = try await process.standardError.text()
  }
}
