package import Model

/// Keeps what was logged.
package final class LogRecorder: Sendable {
  package struct Entry: Sendable {
    package let level: LogLevel
    package let message: String
    package let fields: [LogRecord.Field]
  }

  private let recorded = Locked<[Entry]>([])

  package init() {}

  package var logger: Logger {
    Logger { [recorded] level, message, fields in
      recorded.withLock { $0.append(Entry(level: level, message: message, fields: fields)) }
    }
  }

  package var entries: [Entry] {
    recorded.withLock { $0 }
  }

  package func messages(_ level: LogLevel) -> [String] {
    entries.filter { $0.level == level }.map(\.message)
  }

  /// What the fields of this name said, in order.
  package func values(_ field: String) -> [String] {
    entries.flatMap(\.fields).filter { $0.name == field }.map(\.value)
  }
}
