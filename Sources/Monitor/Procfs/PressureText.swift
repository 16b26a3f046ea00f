import Model

/// A pressure file of the kernel, such as `cpu.pressure` of a control group.
enum PressureText {
  /// How long tasks stood still, in nanoseconds, by who did; of lines `some avg10=0.00 avg60=0.00 avg300=0.00 total=12`.
  static func parse(_ bytes: [UInt8]) -> [PressureKind: UInt64] {
    var stalled: [PressureKind: UInt64] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let kind = words.first.flatMap({ PressureKind(rawValue: String($0)) }),
        let total = words.last, total.hasPrefix("total="),
        let microseconds = UInt64(total.dropFirst("total=".count))
      else { continue }
      let (nanoseconds, overflow) = microseconds.multipliedReportingOverflow(by: 1000)
      if !overflow { stalled[kind] = nanoseconds }
    }
    return stalled
  }
}
