import Glibc
import Model
import Testing

@Suite struct TimestampISO8601Tests {
  /// The C library is the independent source.
  @Test func `dates agree with gmtime over four centuries, leap days included`() {
    var seconds: Int64 = -3_000_000_000
    while seconds < 9_200_000_000 {
      var time = time_t(seconds)
      var parts = unsafe tm()
      unsafe gmtime_r(&time, &parts)
      let text = Timestamp(seconds: seconds).iso8601
      let expected = unsafe [
        parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, 0,
      ]
      #expect(text.split { !$0.isNumber }.map { CInt($0) } == expected, "\(seconds)")
      seconds += 86_400 * 13 + 12_347
    }
  }

  @Test func `absurd times are clamped`() {
    #expect(Timestamp(seconds: .max).iso8601 == "2262-04-11T23:47:16.854Z")
    #expect(Timestamp(seconds: .min).iso8601 == "1677-09-21T00:12:43.145Z")
  }

  @Test func `milliseconds are cut, also before 1970`() {
    #expect(Timestamp(nanoseconds: 1_999_999).iso8601 == "1970-01-01T00:00:00.001Z")
    #expect(Timestamp(nanoseconds: -1).iso8601 == "1969-12-31T23:59:59.999Z")
  }
}
