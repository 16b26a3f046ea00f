import Model

/// All processes of the host, and which of them to look at again.
///
/// Looking costs a system call or two, and a host has hundreds of processes that are nobody's broker. A new one is looked at
/// at once; a young one at every tick, because a script that starts a broker becomes that broker; an old one within a minute,
/// in case its pid is another's by now; one that is watched at every tick.
struct ProcessTable: Sendable {
  struct Row: Sendable {
    var look: ProcessLook
    /// Nil: nobody's broker.
    var broker: BrokerProcess?
    let seenFirst: Duration
  }

  enum Attention: Sendable, Hashable {
    /// Its program may have changed, so its arguments are read too.
    case close
    case brief
  }

  static let youngUntil = Duration.seconds(120)
  static let round = Duration.seconds(60)

  private(set) var rows: [Int32: Row] = [:]
  /// The old one that was looked at last.
  private var cursor: Int32 = 0

  /// The processes that are watched, the oldest first.
  var watched: [BrokerProcess] {
    rows.values.compactMap(\.broker).sorted { $0.key < $1.key }
  }

  /// Forgets the processes that are gone, and answers those to look at now; `pids` are sorted.
  mutating func attend(
    to pids: [Int32], at now: Duration, every interval: Duration
  ) -> [(pid: Int32, attention: Attention)] {
    let present = Set(pids)
    if rows.count != present.count || !rows.keys.allSatisfy(present.contains) {
      rows = rows.filter { present.contains($0.key) }
    }
    var plan: [(pid: Int32, attention: Attention)] = []
    var old: [Int32] = []
    for pid in pids {
      guard let row = rows[pid] else {
        plan.append((pid, .close))
        continue
      }
      if row.broker == nil, now - row.seenFirst >= Self.youngUntil {
        old.append(pid)
      } else {
        plan.append((pid, .close))
      }
    }
    return plan + nextSlice(of: old, every: interval).map { ($0, .brief) }
  }

  private mutating func nextSlice(of old: [Int32], every interval: Duration) -> [Int32] {
    guard !old.isEmpty else { return [] }
    let share = min(1, interval.seconds / Self.round.seconds)
    let count = min(old.count, max(1, Int((Double(old.count) * share).rounded(.up))))
    let start = old.firstIndex { $0 > cursor } ?? 0
    let slice = (start..<start + count).map { old[$0 % old.count] }
    cursor = slice.last ?? 0
    return slice
  }

  /// Whether this is not what the table says already.
  func isNews(_ look: ProcessLook) -> Bool {
    rows[look.key.pid].map { !$0.look.isSame(as: look) } ?? true
  }

  mutating func remove(_ pid: Int32) {
    rows[pid] = nil
  }

  /// Notes who a process is; an old one is not young because we see it for the first time.
  mutating func note(_ look: ProcessLook, _ broker: BrokerProcess?, seenFirst: Duration) {
    rows[look.key.pid] = Row(look: look, broker: broker, seenFirst: seenFirst)
  }

  /// Keeps the arguments of a closer look.
  mutating func refresh(_ look: ProcessLook) {
    guard look.arguments != nil else { return }
    rows[look.key.pid]?.look = look
  }
}
