/// How much a log line matters.
package enum LogLevel: String, Sendable, CaseIterable, Comparable {
  case debug, info, warn, error

  package static func < (left: LogLevel, right: LogLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .debug: 0
    case .info: 1
    case .warn: 2
    case .error: 3
    }
  }
}
