import Model

/// `btime` of `/proc/stat`: the second in which the kernel started.
enum BootTime {
  static func parse(_ bytes: [UInt8]) -> Timestamp? {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count == 2, words[0].elementsEqual("btime".utf8) else { continue }
      return Int64(String(decoding: words[1], as: UTF8.self)).map(Timestamp.init(seconds:))
    }
    return nil
  }
}
