import Model
import Testing

@Suite struct TimestampRFC3339Tests {
  /// Worked out with `date --date=… +%s`.
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-21T13:43:53.055007818Z", 1_795_268_633_055_007_818),
      ("2024-02-29T23:59:59.5Z", 1_709_251_199_500_000_000),
      ("2000-03-01T00:00:00+01:30", 951_863_400_000_000_000),
      ("2026-01-01T00:00:00-05:00", 1_767_243_600_000_000_000),
      ("2026-01-01T00:00:00.1234567891Z", 1_767_225_600_123_456_789),
    ] as [(String, Int64)])
  func `times are read`(text: String, nanoseconds: Int64) {
    #expect(Timestamp(rfc3339: text)?.nanoseconds == nanoseconds)
  }

  @Test(arguments: [
    "0001-01-01T00:00:00Z", "", "2026-11-21", "2026-11-21T13:43:53", "2026-13-21T13:43:53Z",
    "2026-11-21T25:43:53Z",
    "2026-11-21T13:43:53.Z", "2026-11-21 13:43:53Z", "2026-11-21T13:43:53Zx", "20261-1-21T13:43:53Z",
    "２026-11-21T13:43:53Z",
  ])
  func `what is no time is none`(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }

  @Test func `it is the inverse of how times are written`() {
    for day in stride(from: 0, to: 60_000, by: 17) {
      let time = Timestamp(seconds: Int64(day) * 86_400 + 12_345)
      #expect(Timestamp(rfc3339: time.iso8601) == time)
    }
  }
}
