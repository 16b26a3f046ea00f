import Exporter
import Model
import TestSupport

/// A random value of each kind that a row can have.
enum RandomValue: Sendable {
  case double(Double)
  case integer(Int)
  case count(UInt64)
  case histogram(Histogram)
  case summary(Summary)
  case state(String)
  case one

  private static let extremes: [Double] = [
    0, -0.0, .pi, 1 / 3, 0.1, 1e-5, Double.leastNonzeroMagnitude, 2.2250738585072014e-308,
    -2.2250738585072014e-308,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0x1p53, 0x1p53 - 1, 0x1p53 + 2, 1e15, 1e16, 1e17,
    1e21,
    123_456_789.987654321, 4.35,
  ]

  init(for type: MetricType, using generator: inout SeededGenerator) {
    switch type {
    case .info: self = .one
    case .stateSet(_, let states): self = .state(states.randomElement(using: &generator) ?? "")
    case .histogram: self = .histogram(Self.histogram(using: &generator))
    case .summary: self = .summary(Self.summary(using: &generator))
    case .counter, .gauge, .unknown:
      // OpenMetrics' counters cannot be negative.
      let double = Self.double(using: &generator)
      let integer = Int.random(in: .min ... .max, using: &generator)
      let count = UInt64.random(in: 0 ... .max, using: &generator)
      let choices: [RandomValue] =
        type == .counter
        ? [.double(abs(double)), .count(count), .count(.max)]
        : [.double(double), .integer(integer), .integer(.min), .integer(.max), .count(count)]
      self = choices.randomElement(using: &generator) ?? .one
    }
  }

  func write<each Label: LabelValue>(to rows: inout RowWriter, _ labels: repeat each Label) {
    switch self {
    case .double(let value): rows.write(value, repeat each labels)
    case .integer(let value): rows.write(value, repeat each labels)
    case .count(let value): rows.write(value, repeat each labels)
    case .histogram(let value): rows.write(value, repeat each labels)
    case .summary(let value): rows.write(value, repeat each labels)
    case .state(let value): rows.write(state: value, repeat each labels)
    case .one: rows.write(1, repeat each labels)
    }
  }

  /// Extreme values, and any finite one with equal chance for each pattern of bits.
  static func double(using generator: inout SeededGenerator) -> Double {
    if Bool.random(using: &generator) { return extremes.randomElement(using: &generator) ?? 0 }
    let value = Double(bitPattern: generator.next())
    return value.isFinite ? value : 1
  }

  private static func histogram(using generator: inout SeededGenerator) -> Histogram {
    var histogram = Histogram(bounds: [1e-10, 0.001, 1, 2.5, 1e6, 12_345_678, 1e20])
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      histogram.observe(Double.random(in: 0...1e7, using: &generator))
    }
    return histogram
  }

  private static func summary(using generator: inout SeededGenerator) -> Summary {
    let quantiles = [0, 0.5, 0.99, 1].map {
      Summary.Quantile(rank: $0, value: abs(double(using: &generator)))
    }
    return Summary(quantiles: quantiles, sum: abs(double(using: &generator)), count: generator.next())
  }
}
