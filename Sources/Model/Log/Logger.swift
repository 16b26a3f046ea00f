/// Where the program's own log lines go; the executable decides what becomes of them.
package struct Logger: Sendable {
  private let write: @Sendable (LogLevel, String, [LogRecord.Field]) -> Void

  package init(_ write: @escaping @Sendable (LogLevel, String, [LogRecord.Field]) -> Void) {
    self.write = write
  }

  package func debug(_ message: String, _ fields: LogRecord.Field...) { write(.debug, message, fields) }
  package func info(_ message: String, _ fields: LogRecord.Field...) { write(.info, message, fields) }
  package func warn(_ message: String, _ fields: LogRecord.Field...) { write(.warn, message, fields) }
  package func error(_ message: String, _ fields: LogRecord.Field...) { write(.error, message, fields) }
}
