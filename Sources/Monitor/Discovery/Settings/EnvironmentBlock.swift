/// The variables of a process that somebody asks for; no other one leaves the parser.
enum EnvironmentBlock {
  /// `NAME=value`, each ended by a zero byte, as `/proc/PID/environ` has them.
  static func parse(_ bytes: [UInt8], keeping wanted: (Substring) -> Bool) -> [String: String] {
    var values: [String: String] = [:]
    for entry in bytes.split(separator: 0) {
      guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: entry[..<equals], as: UTF8.self)
      guard wanted(name[...]) else { continue }
      // The first one is the one that counts, as for getenv.
      if values[name] == nil { values[name] = String(decoding: entry[(equals + 1)...], as: UTF8.self) }
    }
    return values
  }
}
