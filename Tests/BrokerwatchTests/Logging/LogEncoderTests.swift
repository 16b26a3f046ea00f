import FoundationEssentials
import Model
import Testing

@testable import brokerwatch

@Suite struct LogEncoderTests {
  private func line(
    _ format: LogFormat, _ message: String, prefix: Bool = false, _ fields: LogRecord.Field...
  ) -> String {
    let record = LogRecord(time: Timestamp(seconds: 0), level: .warn, message: message, fields: fields)
    return String(decoding: LogEncoder(format: format, priorityPrefix: prefix).line(record), as: UTF8.self)
  }

  @Test func `logfmt quotes what needs quotes and nothing else`() {
    #expect(
      line(
        .logfmt, "it broke", .init("path", "/a=b"), .init("n", "7"), .init("empty", ""),
        .init("q", "a\"b\\c\n"))
        == #"ts=1970-01-01T00:00:00.000Z level=warn msg="it broke" path="/a=b" n=7 empty="" q="a\"b\\c\n""#
        + "\n")
  }

  @Test(arguments: [
    "plain", "quote \" backslash \\ tab \t", "bell \u{07} del \u{7F} nul \u{0}", "naïve 🦊\r\n",
  ])
  func `a JSON line reads back as what was logged`(message: String) throws {
    let text = line(.json, message, .init("k\"ey", message))
    #expect(text.hasSuffix("}\n") && text.dropLast().allSatisfy { $0 != "\n" })
    let decoded = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    #expect(decoded == ["ts": "1970-01-01T00:00:00.000Z", "level": "warn", "msg": message, "k\"ey": message])
  }

  @Test func `journald gets the priority in front`() {
    #expect(line(.logfmt, "x", prefix: true).hasPrefix("<4>ts="))
    #expect(line(.json, "x", prefix: true).hasPrefix("<4>{"))
  }

  @Test(arguments: ["a", "ä", "🦊", "\"", "\u{1}"], 0..<8)
  func `a line never exceeds what a pipe takes at once, and stays valid`(character: String, shift: Int) throws
  {
    let message = String(repeating: "x", count: shift) + String(repeating: character, count: 9000)
    for format in LogFormat.allCases {
      let bytes = LogEncoder(format: format, priorityPrefix: false).line(
        LogRecord(
          time: Timestamp(seconds: 0), level: .info, message: message,
          fields: Array(repeating: .init("k", message), count: shift)))
      #expect(bytes.count <= 4096 && bytes.count > 2000)
      #expect(String(validating: bytes, as: UTF8.self)?.hasSuffix("\n") == true)
      if format == .json { _ = try JSONDecoder().decode([String: String].self, from: Data(bytes)) }
    }
  }
}
