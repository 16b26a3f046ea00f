import Model

/// Decides which records are written and counts the others.
final class LogSink: Sendable {
  private struct State: Sendable {
    var level: LogLevel
    var encoder: LogEncoder
    var repeats = RepeatLimiter()
    var dropped: [String: UInt64] = ["repeated": 0, "blocked": 0]
  }

  private let state: Locked<State>
  private let time: any TimeSource
  /// Writes one line, or says that it could not without waiting.
  private let write: @Sendable ([UInt8]) -> Bool

  init(
    level: LogLevel, encoder: LogEncoder, time: any TimeSource, write: @escaping @Sendable ([UInt8]) -> Bool
  ) {
    state = Locked(State(level: level, encoder: encoder))
    self.time = time
    self.write = write
  }

  var logger: Logger {
    Logger { [self] level, message, fields in log(level, message, fields) }
  }

  /// Lines that were not written, by reason.
  var dropped: [String: UInt64] {
    state.withLock { $0.dropped }
  }

  func use(level: LogLevel, encoder: LogEncoder) {
    state.withLock { state in
      state.level = level
      state.encoder = encoder
    }
  }

  private func log(_ level: LogLevel, _ message: String, _ fields: [LogRecord.Field]) {
    let now = time.now()
    let line = RepeatLimiter.Line(level: level, message: message, fields: fields)
    let text = state.withLock { state -> [UInt8]? in
      guard level >= state.level else { return nil }
      guard case .write(let heldBack) = state.repeats.admit(line, at: now.uptime) else {
        state.dropped["repeated", default: 0] += 1
        return nil
      }
      let note = heldBack > 0 ? [LogRecord.Field("held_back", "\(heldBack)")] : []
      return state.encoder.line(
        LogRecord(time: now.wall, level: level, message: message, fields: fields + note))
    }
    guard let text, !write(text) else { return }
    state.withLock { $0.dropped["blocked", default: 0] += 1 }
  }
}
