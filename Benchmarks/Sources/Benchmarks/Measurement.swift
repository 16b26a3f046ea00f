/// One number that a benchmark found, beside what it may be.
struct Measurement {
  enum Unit: String {
    case milliseconds = "ms"
    case megabytes = "MB"
    case allocations
    case series
  }

  let name: String
  let value: Double
  let unit: Unit
  /// What we promise; nil for a number that only explains another.
  let limit: Double?

  var isOver: Bool {
    limit.map { value > $0 } ?? false
  }

  /// A count is the same on every machine; a time on a busy one says little.
  var isReliable: Bool {
    unit != .milliseconds
  }
}
