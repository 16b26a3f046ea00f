import Model

extension Duration: ScalarSetting {
  package static var typeName: String { "duration" }
  package static var expectation: String { "a duration like 10s" }

  /// In the order in which a duration names them, in nanoseconds.
  private static let units: [(name: String, nanoseconds: Int64)] = [
    ("d", 86_400_000_000_000), ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
    ("ms", 1_000_000), ("us", 1_000), ("ns", 1),
  ]

  package init(settingText: String) throws(ScalarMismatch) {
    var rest = settingText.utf8[...]
    var left = Self.units[...]
    var total: Int64 = 0
    repeat {
      let (digits, unit) = Self.splitPart(&rest)
      guard !digits.isEmpty else { throw ScalarMismatch() }
      guard !unit.isEmpty else { throw ScalarMismatch(hint: "add a unit: d, h, m, s, ms, us or ns") }
      guard let index = left.firstIndex(where: { $0.name == unit }) else { throw ScalarMismatch() }
      guard let sum = Self.sum(total, digits, left[index].nanoseconds) else {
        throw ScalarMismatch(hint: "it is longer than 292 years")
      }
      total = sum
      left = left[(index + 1)...]
    } while !rest.isEmpty
    self = .nanoseconds(total)
  }

  private static func splitPart(_ rest: inout Substring.UTF8View) -> (digits: Substring, unit: String) {
    let digits = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(digits.count)
    let unit = rest.prefix { !$0.isDigit }
    rest = rest.dropFirst(unit.count)
    return (Substring(digits), String(Substring(unit)))
  }

  private static func sum(_ total: Int64, _ digits: Substring, _ unit: Int64) -> Int64? {
    guard let count = Int64(digits) else { return nil }
    let (part, isTooLong) = count.multipliedReportingOverflow(by: unit)
    let (sum, isSumTooLong) = total.addingReportingOverflow(part)
    return isTooLong || isSumTooLong ? nil : sum
  }

  /// Hours are the largest unit, as people read them: `36h`, `1m30s`.
  package var settingText: String {
    var rest = wholeNanoseconds
    guard rest > 0 else { return "0s" }
    var text = ""
    for unit in Self.units.dropFirst() where rest >= unit.nanoseconds {
      text += "\(rest / unit.nanoseconds)\(unit.name)"
      rest %= unit.nanoseconds
    }
    return text
  }

  package var output: SettingOutput { .plain(settingText) }
}
