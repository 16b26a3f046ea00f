extension RowBuffer {
  mutating func append(decimal value: some FixedWidthInteger) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(value.magnitude), atLeast: 1)
  }

  /// The shortest digits that read back as the same value; whole numbers without a point.
  mutating func append(_ value: Double) {
    // Above 2^53 not every whole number is a Double any more, and exponents are shorter.
    if value.magnitude < 0x1p53, value == value.rounded(.towardZero), value.sign == .plus || value != 0 {
      append(decimal: Int64(value))
    } else {
      var digits = ShortestDigits()
      value.write(to: &digits)
      append(digits.bytes.span.extracting(..<digits.count))
    }
  }

  /// Nanoseconds written as seconds, exactly.
  mutating func append(secondsFrom nanoseconds: Int64) {
    if nanoseconds < 0 { append(UInt8(ascii: "-")) }
    let (seconds, remainder) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    append(digits: seconds, atLeast: 1)
    guard remainder > 0 else { return }
    append(UInt8(ascii: "."))
    var (fraction, places) = (remainder, 9)
    while fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    append(digits: fraction, atLeast: places)
  }

  private mutating func append(digits value: UInt64, atLeast places: Int) {
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var first = digits.count
    var rest = value
    while rest > 0 {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    append(digits.span.extracting(min(first, digits.count - places)...))
  }
}
