/// `/proc/PID/limits`, the soft limits we use; `unlimited` is nil.
struct ProcessLimits: Sendable, Hashable {
  var openFiles: UInt64?
  var addressSpaceBytes: UInt64?

  static func parse(_ bytes: [UInt8]) -> ProcessLimits {
    var limits = ProcessLimits()
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("Max open files ") { limits.openFiles = softLimit(text) }
      if text.hasPrefix("Max address space ") { limits.addressSpaceBytes = softLimit(text) }
    }
    return limits
  }

  /// The columns are limit name, soft limit, hard limit, unit, with two or more spaces between the first two.
  private static func softLimit(_ line: String) -> UInt64? {
    let words = line.split(separator: " ")
    return words.lazy.compactMap { UInt64($0) ?? ($0 == "unlimited" ? .max : nil) }.first.flatMap {
      $0 == .max ? nil : $0
    }
  }
}
