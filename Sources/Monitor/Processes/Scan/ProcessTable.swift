import Model

/// All processes of the host, and which of them to look at again.
///
/// Looking costs a system call or two, and a host has hundreds of processes that are nobody's broker. A new one is looked at
/// at once; a young one within ten seconds, because a script that starts a broker becomes that broker; an old one within a
/// minute, in case its pid is another's by now; one that is watched at every tick.
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
  static let youngRound = Duration.seconds(10)
  static let oldRound = Duration.seconds(60)

  private(set) var rows: [Int32: Row] = [:]
  private var youngTurn = Turn(round: youngRound)
  private var oldTurn = Turn(round: oldRound)

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
    var (nowDue, young, old): ([Int32], [Int32], [Int32]) = ([], [], [])
    for pid in pids {
      guard let row = rows[pid], row.broker == nil else {
        nowDue.append(pid)
        continue
      }
      if now - row.seenFirst < Self.youngUntil { young.append(pid) } else { old.append(pid) }
    }
    return (nowDue + youngTurn.next(of: young, every: interval)).map { ($0, .close) }
      + oldTurn.next(of: old, every: interval).map { ($0, .brief) }
  }

  /// Takes some of many at each tick, so that each is taken once in a round.
  private struct Turn {
    let round: Duration
    /// The one that was taken last.
    private var cursor: Int32 = 0

    init(round: Duration) {
      self.round = round
    }

    mutating func next(of pids: [Int32], every interval: Duration) -> [Int32] {
      guard !pids.isEmpty else { return [] }
      let share = min(1, interval.seconds / round.seconds)
      let count = min(pids.count, max(1, Int((Double(pids.count) * share).rounded(.up))))
      let start = pids.firstIndex { $0 > cursor } ?? 0
      let taken = (start..<start + count).map { pids[$0 % pids.count] }
      cursor = taken.last ?? 0
      return taken
    }
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
