/// The one spelling of a bucket's or quantile's bound that OpenMetrics allows: as Go prints it, with a point.
///
/// Both formats get it, so that a series has the same labels whichever format was scraped.
enum CanonicalNumber {
  static func text(_ value: Double) -> String {
    if value == .infinity { return "+Inf" }
    let plain = value.description
    // Go changes to exponents at a million, Swift only at 2^54.
    guard value.magnitude >= 1_000_000, value.isFinite, !plain.contains("e") else { return plain }
    let sign = value < 0 ? "-" : ""
    let whole = plain.drop { $0 == "-" }.prefix { $0 != "." }
    let fraction = plain.drop { $0 != "." }.dropFirst()
    let digits = trimmingZeros(whole + (fraction == "0" ? "" : fraction))
    let exponent = whole.count - 1
    let mantissa = digits.count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
    return "\(sign)\(mantissa)e+\(exponent < 10 ? "0" : "")\(exponent)"
  }

  private static func trimmingZeros(_ digits: Substring) -> String {
    var digits = digits
    while digits.last == "0", digits.count > 1 { digits.removeLast() }
    return String(digits)
  }
}
