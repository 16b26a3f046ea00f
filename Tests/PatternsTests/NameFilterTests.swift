import Patterns
import Testing

@Suite struct NameFilterTests {
  @Test(
    arguments: [
      ("orders", "orders", true), ("orders", "orders2", false), ("orders", "my-orders", false),
      ("orders.*", "orders", true), ("orders.*", "orders.v1", true), ("orders.*", "border", false),
      ("orders\\.v[0-9]+", "orders.v17", true), ("orders\\.v[0-9]+", "orders.v17b", false),
      ("a|b", "ab", false), ("a|b", "b", true), ("ab|a", "ab", true), ("a|ab", "ab", true),
      ("(?i)orders", "ORDERS", true), ("", "", true), ("", "a", false), ("[a-z]?", "", true),
      (".*", "", true), (".*", "two\nlines", true), ("two.lines", "two\nlines", true), ("a$", "a\n", false),
      ("für.*", "für-alle", true), (".", "é", true), (".", "e\u{301}", false), ("K", "\u{212A}", false),
      ("(?!__).*", "__consumer_offsets", false), ("(?!__).*", "orders", true),
    ])
  func `a pattern matches whole names as Perl's would`(pattern: String, name: String, isMatch: Bool) throws {
    #expect(NameFilter(include: [try NamePattern(pattern)]).includes(name) == isMatch)
  }

  @Test func `a name is watched that some pattern includes and none excludes`() throws {
    let filter = NameFilter(
      include: [try NamePattern("orders"), try NamePattern("pay.*"), try NamePattern("x[12]")],
      exclude: [try NamePattern("pay-test"), try NamePattern(".*-dlq")])
    let names = ["orders", "orders-dlq", "payments", "pay-test", "pay-dlq", "x1", "x3", ""]
    #expect(names.filter(filter.includes) == ["orders", "payments", "x1"])
    #expect(!NameFilter(include: []).includes("orders"))
    #expect(NameFilter.everything.includes("__consumer_offsets"))
    #expect(!NameFilter(exclude: [.internalNames]).includes("__consumer_offsets"))
  }

  @Test(
    arguments: [
      ("*", "quantifier does not follow a repeatable item, at its character 1"),
      ("topic-(a|b", "missing closing parenthesis, at its character 11"),
      ("é[", "missing terminating ] for character class, at its character 3"),
      ("\\C", "using \\C is disabled by the application, at its character 3"),
      (String(repeating: "(", count: 4097), "it is longer than 4096 bytes"),
    ])
  func `what is no pattern is refused with its reason and place`(pattern: String, reason: String) {
    let error = #expect(throws: PatternError.self) { try NamePattern(pattern) }
    #expect(error?.description == reason)
  }

  @Test func `a pattern that explodes gives up, and then does not match`() throws {
    let pattern = try CompiledPattern(whole: "(a|aa|a?a)+[bc]")
    #expect(pattern.matches(String(repeating: "a", count: 40)) == nil)
    #expect(pattern.matches("aab") == true)
    let filter = NameFilter(include: [try NamePattern("(a|aa|a?a)+[bc]")])
    #expect(!filter.includes(String(repeating: "a", count: 40)))
  }

  @Test func `patterns with the same text are the same`() throws {
    #expect(try NamePattern("a[bc]") == NamePattern("a[bc]"))
    #expect(try NamePattern(".*") == .everything)
    #expect(try NamePattern("__.*") == .internalNames)
  }
}
