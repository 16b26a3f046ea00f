import Testing

@testable import Settings

@Suite struct DurationSettingTests {
  @Test(
    arguments: [
      ("10s", .seconds(10)), ("1m30s", .seconds(90)), ("500ms", .milliseconds(500)),
      ("24h", .seconds(86_400)),
      ("2d", .seconds(172_800)), ("0s", .zero), ("1h1ms", .seconds(3600) + .milliseconds(1)),
      ("7us", .microseconds(7)),
      ("9223372036854775807ns", .nanoseconds(Int64.max)), ("90m", .seconds(5400)), ("0010s", .seconds(10)),
    ] as [(String, Duration)])
  func `a duration is numbers with units, the largest first`(text: String, duration: Duration) throws {
    #expect(try Duration(settingText: text) == duration)
  }

  @Test(
    arguments: [
      "", "10", "0", "s", "-5s", "+5s", "1.5h", "10 s", "10S", "1s1m", "1s1s", "10sec", "1m30", "1e3s", "٣s",
      "1h ",
      "9223372036854775808ns", "9223372036854775807ns1", "106752d", "99999999999999999999s", "106751d24h",
    ])
  func `what is no duration is refused`(text: String) {
    #expect(throws: ScalarMismatch.self) { try Duration(settingText: text) }
  }

  @Test(
    arguments: [
      ("90s", "1m30s"), ("86400s", "24h"), ("2d", "48h"), ("0ms", "0s"), ("1500ms", "1s500ms"),
      ("3600000000001ns", "1h1ns"),
    ])
  func `a duration is printed with the largest units that fit`(text: String, printed: String) throws {
    #expect(try Duration(settingText: text).settingText == printed)
  }

  @Test func `every number of nanoseconds survives printing`() throws {
    for exponent in 0..<63 {
      let duration = Duration.nanoseconds(Int64(1) << exponent - 1)
      #expect(try Duration(settingText: duration.settingText) == duration)
    }
  }
}
