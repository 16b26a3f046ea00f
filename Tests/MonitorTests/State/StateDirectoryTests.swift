import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct StateDirectoryTests {
  private struct Refusal: Error, CustomStringConvertible {
    let description = "its first byte is wrong"
  }

  private let log = LogRecorder()

  @Test func `what was saved is there after a restart`() async throws {
    let directory = try TemporaryDirectory()
    for round in UInt8(1)...2 {
      let state = StateDirectory(directory.path, log: log.logger)
      let before = await state.load("one", limit: 10) { $0 }
      #expect(before == (round == 1 ? nil : [1]))
      #expect(await state.save("one") { [round] })
      #expect(state.statistics.saves == 1)
    }
    #expect(log.entries.isEmpty)
  }

  @Test func `a damaged file is set aside, told and counted, and the next save starts anew`() async throws {
    let directory = try TemporaryDirectory()
    _ = try directory.write([9], to: "one")
    let state = StateDirectory(directory.path, log: log.logger)
    let loaded: [UInt8]? = await state.load("one", limit: 10) { _ in throw Refusal() }
    #expect(loaded == nil)
    #expect(log.messages(.error) == ["state was not used"])
    #expect(log.values("file") == [directory.file("one")])
    #expect(log.values("reason") == ["its first byte is wrong"])
    #expect(log.values("kept_as") == ["one.bad"])
    #expect(state.statistics.errors == [.refused: 1, .read: 0, .write: 0, .directory: 0])
    await state.save("one") { [1] }
    #expect(try Files.bytes(of: directory.file("one")) == [1])
    #expect(try Files.bytes(of: directory.file("one.bad")) == [9])
  }

  @Test func `without a usable directory there is one warning, and everything else works`() async throws {
    let file = try TemporaryDirectory().write([], to: "file")
    for path in ["\(file)/state", nil] {
      let log = LogRecorder()
      let state = StateDirectory(path, log: log.logger)
      #expect(await state.load("one", limit: 10) { $0 } == nil)
      #expect(await state.save("one") { [1] } == false)
      #expect(await state.save("two") { [1] } == false)
      #expect(log.entries.map(\.message) == ["nothing is kept across restarts"])
      #expect(state.statistics.errors[.directory] == 1)
    }
  }

  @Test func `nothing is made before there is something to keep`() async throws {
    let directory = try TemporaryDirectory()
    let state = StateDirectory(directory.file("state"), log: log.logger)
    #expect(try Files.names(in: directory.path) == [])
    await state.save("one") { [1] }
    #expect(try Files.names(in: directory.path) == ["state"])
  }

  @Test func `a file that cannot be written is told once, counted every time, and told when it can be again`()
    async throws
  {
    let directory = try TemporaryDirectory()
    let state = StateDirectory(directory.path, log: log.logger)
    // A folder where the draft belongs stands in for a full disk.
    _ = try await Command("mkdir", directory.file(".one.new"))
    #expect(await state.save("one") { [1] } == false)
    #expect(await state.save("one") { [2] } == false)
    #expect(log.entries.map(\.message) == ["state cannot be kept"])
    #expect(state.statistics.errors[.write] == 2)
    _ = try await Command("rmdir", directory.file(".one.new"))
    #expect(await state.save("one") { [3] })
    #expect(log.entries.map(\.message) == ["state cannot be kept", "state is kept again"])
    #expect(await state.load("one", limit: 10) { $0 } == [3])
  }
}
