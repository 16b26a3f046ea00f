import Model
import Testing

@Suite struct DurationUnitsTests {
  @Test func `nanoseconds are exact and clamp instead of wrapping`() {
    #expect(Duration.milliseconds(1500).wholeNanoseconds == 1_500_000_000)
    #expect(Duration.nanoseconds(-7).wholeNanoseconds == -7)
    #expect(Duration.seconds(Int64.max / 1000).wholeNanoseconds == .max)
    #expect(Duration.seconds(Int64.min / 1000).wholeNanoseconds == .min)
  }

  @Test func `seconds keep their fraction`() {
    #expect(Duration.milliseconds(1250).seconds == 1.25)
  }
}
