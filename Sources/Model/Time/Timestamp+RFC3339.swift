extension Timestamp {
  /// Reads `2026-01-31T23:59:59.123456789Z`, with any offset; nil before 1970, for engines write the year 1 for "never".
  package init?(rfc3339 text: String) {
    var digits = DigitReader(text)
    guard let year = digits.number(4, then: "-"), let month = digits.number(2, then: "-"),
      let day = digits.number(2, then: "T"), let hour = digits.number(2, then: ":"),
      let minute = digits.number(2, then: ":"), let second = digits.number(2),
      let fraction = digits.fraction(), let offset = digits.offset(), digits.isAtEnd,
      year >= 1970, (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    let days = Self.daysSince1970(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    let whole = Timestamp(seconds: seconds).nanoseconds
    let (sum, overflow) = whole.addingReportingOverflow(fraction)
    self.init(nanoseconds: overflow ? whole : sum)
  }

  /// The inverse of the calendar in `iso8601`: years begin in March, so that the leap day comes last.
  private static func daysSince1970(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let (cycle, yearOfCycle) = shifted.quotientAndRemainder(dividingBy: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - 719_468
  }
}

/// Takes numbers off the front of a text.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Exactly this many digits, and what must follow them.
  mutating func number(_ count: Int, then separator: Character? = nil) -> Int64? {
    let digits = rest.prefix(count)
    guard digits.count == count, let value = Self.value(digits) else { return nil }
    rest = rest.dropFirst(count)
    guard let separator else { return value }
    return take(separator) ? value : nil
  }

  /// In nanoseconds; zero where there is none.
  mutating func fraction() -> Int64? {
    guard take(".") else { return 0 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, var value = Self.value(digits.prefix(9)) else { return nil }
    for _ in min(digits.count, 9)..<9 { value *= 10 }
    rest = rest.dropFirst(digits.count)
    return value
  }

  /// In seconds east of Greenwich.
  mutating func offset() -> Int64? {
    if take("Z") { return 0 }
    let isWest = rest.first == UInt8(ascii: "-")
    guard take(isWest ? "-" : "+"), let hours = number(2, then: ":"), let minutes = number(2) else {
      return nil
    }
    let seconds = hours * 3600 + minutes * 60
    return isWest ? -seconds : seconds
  }

  private mutating func take(_ character: Character) -> Bool {
    guard let first = rest.first, character.asciiValue == first else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func value(_ digits: Substring.UTF8View) -> Int64? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }
}
