/// Whether standard error goes straight to journald.
enum JournalStream {
  /// systemd sets `JOURNAL_STREAM` to `device:inode` of the socket it gave us; a redirection later on changes those.
  static func matches(_ variable: String?, device: UInt64, inode: UInt64) -> Bool {
    guard let parts = variable?.split(separator: ":", omittingEmptySubsequences: false), parts.count == 2
    else {
      return false
    }
    return UInt64(parts[0]) == device && UInt64(parts[1]) == inode
  }
}
