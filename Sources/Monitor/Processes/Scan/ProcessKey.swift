/// One process and no other: a pid is given out again, a pid with its start is not.
struct ProcessKey: Sendable, Hashable, Comparable {
  let startTicks: UInt64
  let pid: Int32

  init(pid: Int32, startTicks: UInt64) {
    self.pid = pid
    self.startTicks = startTicks
  }

  /// By age, the oldest first.
  static func < (left: ProcessKey, right: ProcessKey) -> Bool {
    (left.startTicks, left.pid) < (right.startTicks, right.pid)
  }
}
