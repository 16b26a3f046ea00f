import Systemd

/// Who we are, in words that a person can use in a command.
enum UserName {
  /// Users that systemd makes up for one service have no entry.
  static func find(_ uid: UInt32, in users: [UInt8]) -> String? {
    for line in users.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count > 2, UInt32(String(decoding: fields[2], as: UTF8.self)) == uid else { continue }
      return String(decoding: fields[0], as: UTF8.self)
    }
    return nil
  }

  static func describe(_ uid: UInt32) -> String {
    let name = (try? SmallFile.read("/etc/passwd")).flatMap { find(uid, in: $0) }
    return name.map { "'\($0)'" } ?? "with the number \(uid)"
  }
}
