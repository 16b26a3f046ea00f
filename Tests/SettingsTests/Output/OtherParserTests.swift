import TestSupport
import Testing

@testable import Settings

@Suite struct OtherParserTests {
  @Test(.enabled("python3 is not usable") { try await Python.isUsable() })
  func `what is printed means the same to PyYAML`() async throws {
    var random = RandomSettings(seed: 2)
    let settings = (0..<200).map { _ in random.settings() }
    let folder = try TemporaryDirectory()
    // No text holds a raw form feed: it is escaped when printed.
    let path = try folder.write(
      Array(settings.map(\.yaml).joined(separator: "\u{C}").utf8), to: "settings.yaml")
    let read = try await Python.run("read_yaml.py", [path]).split(separator: "\n").map(String.init)
    #expect(read.count == settings.count)
    for (line, settings) in zip(read, settings) {
      #expect(line == settings.output.spelling, "\(settings.yaml)")
    }
  }
}
