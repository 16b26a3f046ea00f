extension Duration {
  package var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  /// Whole nanoseconds, clamped: 292 years are enough for any deadline.
  package var wholeNanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (scaled, tooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    guard !tooLarge else { return seconds < 0 ? .min : .max }
    let (sum, overflow) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
    return overflow ? (seconds < 0 ? .min : .max) : sum
  }
}
