/// Prints measurements side by side with their limits.
struct Report {
  private(set) var broken: [Measurement] = []
  private(set) var slow: [Measurement] = []

  mutating func add(_ title: String, _ measurements: [Measurement]) {
    print("\n\(title)")
    for measurement in measurements {
      print(Self.line(measurement))
      if measurement.isOver, measurement.isReliable { broken.append(measurement) }
      if measurement.isOver, !measurement.isReliable { slow.append(measurement) }
    }
  }

  private static func line(_ measurement: Measurement) -> String {
    let value = "\(text(measurement.value)) \(measurement.unit.rawValue)"
    let limit = measurement.limit.map { "limit \(text($0))" } ?? ""
    let verdict = measurement.isOver ? "OVER" : ""
    return "  " + padded(measurement.name, to: 52) + padded(value, to: 22) + padded(limit, to: 14) + verdict
  }

  private static func text(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
