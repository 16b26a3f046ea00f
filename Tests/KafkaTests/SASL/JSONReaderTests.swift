import FoundationEssentials
import Testing

@testable import Kafka

@Suite struct JSONReaderTests {
  private func value(_ text: String) -> JSONValue? {
    JSONReader.value(of: Array(text.utf8))
  }

  @Test func `values are read as RFC 8259 writes them`() {
    let text = """
      {"a": [1, -2.5e+3, 0, -0.0, true, false, null], "b": {"c": "", "d": {}}, "e": []}\n
      """
    #expect(
      value(text)
        == .object([
          "a": .array([.number(1), .number(-2500), .number(0), .number(0), .bool(true), .bool(false), .null]),
          "b": .object(["c": .string(""), "d": .object([:])]), "e": .array([]),
        ]))
    #expect(value(#""\"\\\/\b\f\n\r\té\u00e9\ud83d\ude00""#) == .string("\"\\/\u{8}\u{C}\n\r\téé😀"))
    #expect(value(" 3599 ") == .number(3599))
  }

  @Test(arguments: [
    "", " ", "{", "}", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1 2]", "1 2", "01",
    "-01", "+1",
    ".5", "5.", "1.e3", "1e", "1e+", "--1", "-", "tru", "nul", "NaN", "Infinity", "0x10", "\"", "\"\\",
    "\"\\x\"",
    "\"\\u12\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ud83dx\"", "\"\\ude00\"", "\"a\nb\"", "\"\t\"", "'a'",
    "[1]]",
  ])
  func `what RFC 8259 does not allow is refused`(text: String) {
    #expect(value(text) == nil)
  }

  @Test func `bytes that are no UTF-8, and what is nested without end, are refused`() {
    #expect(JSONReader.value(of: [0x22, 0xFF, 0x22]) == nil)
    #expect(value(String(repeating: "[", count: 31) + String(repeating: "]", count: 31)) != nil)
    #expect(value(String(repeating: "[", count: 100_000)) == nil)
  }

  @Test func `every text can be quoted and read back`() throws {
    let text = String(String.UnicodeScalarView((0...0x300).compactMap(Unicode.Scalar.init)))
    let quoted = JSONValue.quoted(text)
    #expect(value(quoted) == .string(text))
    #expect(try JSONDecoder().decode(String.self, from: Data(quoted.utf8)) == text)
  }

  @Test func `every prefix of a text is refused`() {
    let text = Array(#"{"access_token":"a\u00e9b","expires_in":3599,"x":[true,null]}"#.utf8)
    for count in 0..<text.count { #expect(JSONReader.value(of: Array(text.prefix(count))) == nil) }
    #expect(JSONReader.value(of: text) != nil)
  }
}
