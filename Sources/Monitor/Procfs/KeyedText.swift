/// A file of lines `Key: value …`, such as `/proc/PID/status` and `/proc/PID/io`.
struct KeyedText: Sendable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The first number of a key's line.
  func number(_ key: String) -> UInt64? {
    numbers(key).first
  }

  /// The numbers of a key's line, up to the first word that is none.
  func numbers(_ key: String) -> [UInt64] {
    let key = Array("\(key):".utf8)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: key) {
      var numbers: [UInt64] = []
      for word in line.dropFirst(key.count).split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) {
        guard let number = UInt64(String(decoding: word, as: UTF8.self)) else { break }
        numbers.append(number)
      }
      return numbers
    }
    return []
  }

  /// A key's value in bytes, which the kernel counts in kB.
  func bytes(_ key: String) -> UInt64? {
    guard let (value, overflow) = number(key)?.multipliedReportingOverflow(by: 1024), !overflow else {
      return nil
    }
    return value
  }
}
