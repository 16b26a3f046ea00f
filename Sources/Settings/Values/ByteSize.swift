/// A number of bytes, written `64MiB`, `10MB` or plainly `1048576`.
package struct ByteSize: Hashable, Comparable {
  package let bytes: Int

  package init(bytes: Int) {
    self.bytes = bytes
  }

  package static func < (left: ByteSize, right: ByteSize) -> Bool {
    left.bytes < right.bytes
  }
}

extension ByteSize: ScalarSetting {
  package static var typeName: String { "size" }
  package static var expectation: String { "a size like 64MiB" }

  private static let units: [(name: String, bytes: Int)] = [
    ("TiB", 1 << 40), ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10),
    ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("KB", 1_000),
    ("B", 1), ("", 1),
  ]

  package init(settingText: String) throws(ScalarMismatch) {
    let digits = settingText.utf8.prefix(while: \.isDigit)
    let name = String(settingText.utf8.dropFirst(digits.count)) ?? ""
    guard !digits.isEmpty, let unit = Self.units.first(where: { $0.name == name }) else {
      throw ScalarMismatch(
        hint: digits.isEmpty ? nil : "the units are B, KB, MB, GB, TB, KiB, MiB, GiB and TiB")
    }
    guard let count = Int(Substring(digits)) else { throw ScalarMismatch(hint: "it is too large") }
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: unit.bytes)
    guard !isTooLarge else { throw ScalarMismatch(hint: "it is too large") }
    self.init(bytes: bytes)
  }

  package var settingText: String {
    let fitting = Self.units.first { bytes >= $0.bytes && bytes % $0.bytes == 0 && $0.name.hasSuffix("iB") }
    guard let fitting else { return "\(bytes)B" }
    return "\(bytes / fitting.bytes)\(fitting.name)"
  }

  package var output: SettingOutput { .plain(settingText) }
}
