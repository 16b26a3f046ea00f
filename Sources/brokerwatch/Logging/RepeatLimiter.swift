import Model

/// Lets the first few equal lines through in each window and counts the others.
struct RepeatLimiter: Sendable {
  enum Verdict: Sendable, Hashable {
    /// Write it, and say that this many before it were held back.
    case write(heldBack: UInt64)
    case holdBack
  }

  /// What makes two lines equal; the time does not.
  struct Line: Sendable, Hashable {
    let level: LogLevel
    let message: String
    let fields: [LogRecord.Field]
  }

  private struct Window: Sendable {
    var start: Duration
    var written: Int
    var heldBack: UInt64
  }

  private var windows: [Line: Window] = [:]
  private let burst: Int
  private let length: Duration
  /// Lines remembered at once; a program with more kinds of lines than that repeats none of them much.
  private let capacity: Int

  init(burst: Int = 5, per length: Duration = .seconds(60), capacity: Int = 256) {
    self.burst = burst
    self.length = length
    self.capacity = capacity
  }

  mutating func admit(_ line: Line, at uptime: Duration) -> Verdict {
    if windows[line] == nil, windows.count >= capacity { windows.removeAll(keepingCapacity: true) }
    var window = windows[line] ?? Window(start: uptime, written: 0, heldBack: 0)
    if uptime - window.start >= length {
      window = Window(start: uptime, written: 0, heldBack: window.heldBack)
    }
    defer { windows[line] = window }
    guard window.written < burst else {
      window.heldBack += 1
      return .holdBack
    }
    window.written += 1
    let heldBack = window.heldBack
    window.heldBack = 0
    return .write(heldBack: heldBack)
  }
}
