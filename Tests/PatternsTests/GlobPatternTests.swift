import Glibc
import Patterns
import TestSupport
import Testing

@Suite struct GlobPatternTests {
  /// What the C library makes of a pattern, with the flag that systemd gives it.
  private func matchesByLibrary(_ pattern: String, _ name: String) -> Bool {
    unsafe fnmatch(pattern, name, FNM_NOESCAPE) == 0
  }

  @Test func `names are matched as the C library does it`() {
    var random = SeededGenerator(seed: 7)
    let pieces = ["a", "b", "kafka", "-", "*", "?", "[a-c]", "[!a]", "[^b-]", ".", "@"]
    let letters = ["a", "b", "c", "kafka", "-", ".", "@", "]"]
    var matched = 0
    for _ in 0..<20_000 {
      let pattern = text(of: pieces, using: &random)
      let name = text(of: letters, using: &random)
      let isMatch = GlobPattern(pattern).matches(name)
      matched += isMatch ? 1 : 0
      #expect(isMatch == matchesByLibrary(pattern, name), "\(pattern) on \(name)")
    }
    #expect(matched > 1000)
  }

  private func text(of pieces: [String], using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
  }

  @Test func `only a name without wildcards is exact`() {
    #expect(GlobPattern("broker@1.service").isExact)
    // Without its end, a bracket is a character.
    #expect(GlobPattern("a[b").isExact)
    #expect(!GlobPattern("kafka*.service").isExact)
    #expect(!GlobPattern("a?").isExact)
    #expect(!GlobPattern("[ab]").isExact)
  }

  @Test func `a pattern that a matcher could explode on takes no time`() {
    let pattern = GlobPattern(String(repeating: "*a", count: 50) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 255)))
  }
}
