/// One message to the service manager, as sd_notify(3) defines them.
enum NotifyMessage {
  case ready
  /// Microseconds of `CLOCK_MONOTONIC`, by which the manager tells this reload from an earlier one.
  case reloading(monotonicMicroseconds: UInt64)
  case stopping
  case status(String)
  case watchdog

  var text: String {
    switch self {
    case .ready: "READY=1"
    case .reloading(let microseconds): "RELOADING=1\nMONOTONIC_USEC=\(microseconds)"
    case .stopping: "STOPPING=1"
    case .status(let status): "STATUS=" + Self.oneLine(status)
    case .watchdog: "WATCHDOG=1"
    }
  }

  /// A line break would begin another assignment.
  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\0" ? " " : $0 })
  }
}
