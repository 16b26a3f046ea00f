import Testing

@testable import Settings

@Suite struct YAMLDocumentTests {
  @Test func `every node knows its line and column`() throws {
    let document = YAMLDocument(parsing: Array("a: 1\nb:\n  - x\n  - {c: 'y'}\n".utf8))
    #expect(document.problems == [])
    let root = try #require(document.root)
    #expect(root.place == SettingsPlace(line: 1, column: 1))
    #expect(root["a"] == scalar("1", 1, 4))
    let list = try #require(root["b"])
    #expect(list.place == SettingsPlace(line: 3, column: 3))
    guard case .sequence(let elements) = list.content else { throw Unexpected() }
    #expect(elements.first == scalar("x", 3, 5))
    #expect(elements.last?["c"] == scalar("y", 4, 9, isPlain: false))
  }

  @Test func `only a plain scalar without a tag may be more than text`() throws {
    let text = "a: yes\nb: \"yes\"\nc: !!str 5\nd: |\n  5\ne: ! 5\n"
    let root = try #require(YAMLDocument(parsing: Array(text.utf8)).root)
    let plain = ["a", "b", "c", "d", "e"].map { key in
      guard case .scalar(let scalar)? = root[key]?.content else { return false }
      return scalar.isPlain
    }
    #expect(plain == [true, false, false, false, false])
  }

  @Test(
    arguments: [
      "", "# only a comment\n", "\u{FEFF}",
    ])
  func `a document without content has no root or nothing in it, and no problem`(text: String) {
    let document = YAMLDocument(parsing: Array(text.utf8))
    #expect(document.problems == [])
    #expect(document.root?.isNull ?? true)
  }

  @Test(
    arguments: [
      ("a: 1\r\nb: 2\r\n", 2), ("a: 1\rb: 2", 2), ("\u{FEFF}a: 1\nb: 2", 2), ("ä: '€😀'\nb: 2", 2),
      ("? a\n: 1\n? b\n: 2", 4), ("{a: 1,\n b: 2}", 2), ("a: |\n  x\n  y\n\nb: 2", 5),
      ("%YAML 1.1\n---\na: 1\nb: 2", 4),
    ])
  func `line ends, byte order marks, unicode and every style keep the places right`(text: String, line: Int) {
    let document = YAMLDocument(parsing: Array(text.utf8))
    #expect(document.problems == [])
    #expect(document.root?["b"]?.place.line == line)
  }

  @Test func `columns count characters, not bytes`() {
    #expect(YAMLDocument(parsing: Array("{ä: '€😀', b: 2}".utf8)).root?["b"] == scalar("2", 1, 14))
  }

  @Test(arguments: Refusal.all)
  func `what is refused is named with its place`(_ refusal: Refusal) {
    let document = YAMLDocument(parsing: refusal.bytes, limits: YAMLLimits(bytes: 200, depth: 5, nodes: 30))
    #expect(document.problems.map { $0.text(file: "f") } == refusal.problems)
  }

  @Test func `a document with several faults reports all of them and keeps the rest`() {
    let document = YAMLDocument(parsing: Array("a: &x 1\nb: *x\na: 2\n<<: {c: 3}\nd: 4\n".utf8))
    #expect(document.problems.map(\.place.line) == [1, 2, 3, 4])
    #expect(document.root?["a"] == scalar("1", 1, 4))
    #expect(document.root?["b"]?.content == .refused)
    #expect(document.root?["c"] == nil)
    #expect(document.root?["d"] == scalar("4", 5, 4))
  }

  @Test func `nesting ends at the limit, not at the end of the stack`() {
    for text in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000)] {
      let document = YAMLDocument(parsing: Array(text.utf8))
      #expect(document.root == nil)
      #expect(document.problems.count == 1)
    }
  }

  private func scalar(_ text: String, _ line: Int, _ column: Int, isPlain: Bool = true) -> YAMLNode {
    YAMLNode(.scalar(YAMLScalar(text, isPlain: isPlain)), at: SettingsPlace(line: line, column: column))
  }

  private struct Unexpected: Error {}
}
