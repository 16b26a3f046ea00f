/// Why the daemon cannot start.
enum StartError: Error, CustomStringConvertible {
  case noSocketFromSystemd

  var description: String {
    switch self {
    case .noSocketFromSystemd:
      "systemd handed over no socket, but --web.systemd-socket wants one: start brokerwatch.socket instead of the service"
    }
  }
}
