import Model

/// Keeps what was logged.
final class LogRecorder: Sendable {
  private let entries = Locked<[(LogLevel, String)]>([])

  var logger: Logger {
    Logger { [entries] level, message, _ in entries.withLock { $0.append((level, message)) } }
  }

  func messages(_ level: LogLevel) -> [String] {
    entries.withLock { $0.filter { $0.0 == level }.map(\.1) }
  }
}
