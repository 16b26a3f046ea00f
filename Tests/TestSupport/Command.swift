/// What a program that ran to its end left behind.
package struct Command {
  package let status: Int
  package let output: String
  package let errors: String

  package init(_ program: String, _ arguments: String...) async throws {
    try await self.init(program, arguments)
  }

  package init(
    _ program: String, _ arguments: [String], input: String = "", within limit: Duration = .seconds(30)
  ) async throws {
    let process = try ChildProcess(program, arguments)
    process.write(input)
    process.closeInput()
    status = try await process.wait(within: limit)
    output = try await process.standardOutput.text()
    errors = try await process.standardError.text()
  }
}
