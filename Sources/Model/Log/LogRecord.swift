/// One line of our own log before it is written in any format.
package struct LogRecord: Sendable, Hashable {
  package let time: Timestamp
  package let level: LogLevel
  package let message: String
  /// In the order given: a reader of logfmt sees what matters first.
  package var fields: [Field]

  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(time: Timestamp, level: LogLevel, message: String, fields: [Field]) {
    self.time = time
    self.level = level
    self.message = message
    self.fields = fields
  }
}
