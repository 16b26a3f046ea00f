import Testing

@testable import Settings

@Suite struct DoubleSettingTests {
  @Test(
    arguments: [
      ("0.5", 0.5), ("1", 1), ("-2.5e3", -2500), ("1e-3", 0.001), ("1.", 1),
    ])
  func `a number has digits, perhaps a point and an exponent`(text: String, value: Double) throws {
    #expect(try Double(settingText: text) == value)
  }

  @Test(arguments: [
    "", "nan", ".nan", "inf", "-inf", ".5", "0x1p3", "1_000", "+1", "1e", "--1", "-", "1e999",
  ])
  func `what is no finite number is refused`(text: String) {
    #expect(throws: ScalarMismatch.self) { try Double(settingText: text) }
  }

  @Test(arguments: [0, -0.0, 1e16, .leastNonzeroMagnitude, 1.5e300, 0.1, 123_456_789.25, -1e-7])
  func `every finite number survives printing, with a point for YAML 1_1`(value: Double) throws {
    #expect(value.settingText.contains("."))
    #expect(try Double(settingText: value.settingText).bitPattern == value.bitPattern)
  }
}
