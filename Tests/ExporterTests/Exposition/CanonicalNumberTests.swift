import Testing

@testable import Exporter

@Suite struct CanonicalNumberTests {
  /// The examples of OpenMetrics 1.0, and what Go's `%g` prints between them.
  @Test(
    arguments: [
      (0, "0.0"), (0.001, "0.001"), (0.002, "0.002"), (0.01, "0.01"), (0.1, "0.1"), (0.9, "0.9"),
      (0.95, "0.95"),
      (0.999, "0.999"), (1, "1.0"), (1.7, "1.7"), (10, "10.0"), (1e-10, "1e-10"), (1e-9, "1e-09"),
      (1e-5, "1e-05"), (0.0001, "0.0001"), (100_000, "100000.0"), (1e6, "1e+06"), (1e10, "1e+10"),
      (2_500_000, "2.5e+06"), (1_234_567, "1.234567e+06"), (1_048_576.5, "1.0485765e+06"), (1e16, "1e+16"),
      (123_456_789_012_345_680, "1.2345678901234568e+17"), (1e300, "1e+300"), (-1e6, "-1e+06"),
      (.infinity, "+Inf"),
    ] as [(Double, String)])
  func `a bound has one spelling`(value: Double, expected: String) {
    #expect(CanonicalNumber.text(value) == expected)
  }
}
