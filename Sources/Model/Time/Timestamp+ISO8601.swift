extension Timestamp {
  /// `2026-01-31T23:59:59.123Z`, UTC, cut to milliseconds.
  package var iso8601: String {
    let (days, nanosecondsOfDay) = floorDivide(nanoseconds, 86_400 * 1_000_000_000)
    let (year, month, day) = Self.civilDate(daysSince1970: days)
    let milliseconds = nanosecondsOfDay / 1_000_000
    let time =
      "\(pad(milliseconds / 3_600_000, 2)):\(pad(milliseconds / 60_000 % 60, 2)):\(pad(milliseconds / 1000 % 60, 2))"
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))T\(time).\(pad(milliseconds % 1000, 3))Z"
  }

  /// The proleptic Gregorian date, counted in 400-year cycles that begin on 0000-03-01, so that the leap day comes last.
  private static func civilDate(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let daysFromEpochToCycleStart: Int64 = 719_468
    let daysPerCycle: Int64 = 146_097
    let (cycle, dayOfCycle) = floorDivide(days + daysFromEpochToCycleStart, daysPerCycle)
    let leapless = dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096
    let yearOfCycle = leapless / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
  }
}

private func floorDivide(_ dividend: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

private func pad(_ value: Int64, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
