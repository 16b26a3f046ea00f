import Testing

@testable import Monitor

@Suite struct JSONReaderTests {
  private func reader(_ text: String) -> JSONReader {
    JSONReader(Array(text.utf8))
  }

  @Test func `members come with their values, in order, and what nobody takes is stepped over`() {
    var json = reader(#" { "a" : 1 , "skipped" : {"a": [1, {"b": "}]"}]}, "b":"x","c":[true,false,null] } "#)
    var seen: [String] = []
    json.members { key, value in
      seen.append(key)
      switch key {
      case "a": #expect(value.integer() == 1)
      case "b": #expect(value.string() == "x")
      case "c":
        var flags: [Bool?] = []
        value.elements { flags.append($0.bool()) }
        #expect(flags == [true, false, nil])
      default: break
      }
    }
    #expect(seen == ["a", "skipped", "b", "c"])
    #expect(!json.isBroken)
  }

  @Test func `a value of another kind than asked for is nil and harms nothing behind it`() {
    var json = reader(#"{"a": "text", "b": 3, "c": {"x": 1}, "d": [1], "e": null, "f": 7}"#)
    var last: UInt64?
    json.members { key, value in
      switch key {
      case "a": #expect(value.unsigned() == nil)
      case "b": #expect(value.string() == nil)
      case "c": #expect(value.bool() == nil)
      case "d": value.members { _, _ in Issue.record("an array has no members") }
      case "e": value.elements { _ in Issue.record("null has no elements") }
      default: last = value.unsigned()
      }
    }
    #expect(last == 7)
    #expect(!json.isBroken)
  }

  @Test(arguments: [
    ("0", 0), ("18446744073709551615", UInt64.max), ("18446744073709551616", nil), ("-1", nil), ("1.5", nil),
    ("2e3", 2000), ("007", 7), ("1e400", nil), ("-", nil),
  ])
  func `unsigned numbers are exact or nil`(text: String, expected: UInt64?) {
    var json = reader(text)
    #expect(json.unsigned() == expected)
  }

  @Test(arguments: [
    ("-1", -1), ("9223372036854775807", Int64.max), ("9223372036854775808", nil), ("1.0", nil),
  ])
  func `integers are exact or nil`(text: String, expected: Int64?) {
    var json = reader(text)
    #expect(json.integer() == expected)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"b\\c\/d""#, #"a"b\c/d"#), (#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"),
    (#""\u00e9\u20AC""#, "é€"),
    (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
    (#""\u12""#, "\u{FFFD}12"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\q""#, "q"),
  ])
  func `strings lose their escapes`(text: String, expected: String) {
    var json = reader(text)
    #expect(json.string() == expected)
    #expect(!json.isBroken)
  }

  @Test func `a name that is no UTF-8 is repaired`() {
    var json = JSONReader([0x22, 0x61, 0xFF, 0x22])
    #expect(json.string() == "a\u{FFFD}")
  }

  private func walk(_ json: inout JSONReader) {
    json.members { _, value in
      if value.isAtArray { value.elements { walk(&$0) } } else { walk(&value) }
    }
  }

  @Test func `every beginning of a text is broken, and ends`() {
    let text = Array(#"{"a": [1, {"b": "x\"y"}, true], "c": {"d": -1.5e3}}"#.utf8)
    for end in 0..<text.count {
      var json = JSONReader(Array(text[..<end]))
      walk(&json)
      #expect(json.isBroken, "\(end) bytes")
    }
    var whole = JSONReader(text)
    walk(&whole)
    #expect(!whole.isBroken)
  }

  @Test(arguments: [
    "{]", "{\"a\"}", "{\"a\":}", "{,}", "[}", "}", "{\"a\":1]", "nonsense{", "{\"a\" 1}", "\"\\",
  ])
  func `what is no JSON ends and never traps`(text: String) {
    var json = reader(text)
    walk(&json)
    json.elements { $0.skip() }
    #expect(json.string() == nil)
  }

  @Test func `depth has an end for who reads, and none for who steps over`() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    var skipped = reader("{\"a\": \(deep), \"b\": 1}")
    var last: Int64?
    skipped.members { key, value in if key == "b" { last = value.integer() } }
    #expect(last == 1)
    var read = reader(deep)
    func descend(_ json: inout JSONReader) { json.elements { descend(&$0) } }
    descend(&read)
    #expect(read.isBroken)
  }

  @Test func `changed bytes never trap`() {
    let text = Array(#"{"a": [1, {"b": "x\u0041\"y"}, true], "c": {"d": -1.5e3, "e": [[], {}]}}"#.utf8)
    for position in text.indices {
      for byte in [UInt8(0), 0x22, 0x5C, 0x7B, 0x7D, 0x5B, 0x5D, 0x2C, 0x3A, 0x20, 0xFF] {
        var changed = text
        changed[position] = byte
        var json = JSONReader(changed)
        walk(&json)
        json.skip()
      }
    }
    #expect(text.count > 50)
  }
}
