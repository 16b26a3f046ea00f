import Model

/// Turns log records into lines.
struct LogEncoder: Sendable {
  let format: LogFormat
  /// Prefixes each line with `<N>`, the priority that journald reads from a service's output.
  let priorityPrefix: Bool
  /// A pipe takes this many bytes in one piece (`PIPE_BUF`): lines of two programs never mix.
  static let lineLimit = 4096

  func line(_ record: LogRecord) -> [UInt8] {
    let fields = [
      LogRecord.Field("ts", record.time.iso8601), LogRecord.Field("level", record.level.rawValue),
      LogRecord.Field("msg", record.message),
    ]
    var line = priorityPrefix ? "<\(record.level.syslogPriority)>" : ""
    if format == .json { line += "{" }
    for (index, field) in (fields + record.fields).enumerated() {
      // Of the space left, no value takes more than half: what follows it matters too.
      let left = Self.lineLimit - line.utf8.count - field.name.utf8.count - Self.punctuation
      guard left >= Self.shortestValue else { break }
      line += index == 0 ? "" : format == .json ? "," : " "
      line += encoded(field, valueLimit: left / 2)
    }
    return Array((line + (format == .json ? "}\n" : "\n")).utf8)
  }

  /// Room for quotes, separator, colon, the mark of a cut and the line's end.
  private static let punctuation = 16
  private static let shortestValue = 32

  private func encoded(_ field: LogRecord.Field, valueLimit: Int) -> String {
    switch format {
    case .json:
      "\"\(Self.escaped(field.name, limit: valueLimit))\":\"\(Self.escaped(field.value, limit: valueLimit))\""
    case .logfmt where Self.needsQuotes(field.value):
      "\(field.name)=\"\(Self.escaped(field.value, limit: valueLimit))\""
    case .logfmt: "\(field.name)=\(Self.escaped(field.value, limit: valueLimit))"
    }
  }

  private static func needsQuotes(_ value: String) -> Bool {
    value.isEmpty
      || value.unicodeScalars.contains {
        $0 <= " " || $0 == "=" || $0 == "\"" || $0 == "\\" || $0 == "\u{7F}"
      }
  }

  /// JSON's escapes, which logfmt readers know too; what does not fit is cut between characters and marked.
  private static func escaped(_ text: String, limit: Int) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let piece = escape(scalar)
      guard result.utf8.count + piece.utf8.count <= limit else { return result + "…" }
      result += piece
    }
    return result
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{0}"..<" ", "\u{7F}":
      let hex = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: return String(scalar)
    }
  }
}

extension LogLevel {
  /// syslog(3): 7 debug, 6 informational, 4 warning, 3 error.
  fileprivate var syslogPriority: Int {
    switch self {
    case .debug: 7
    case .info: 6
    case .warn: 4
    case .error: 3
    }
  }
}
