import Glibc
import Systemd

extension CollectorError {
  init(_ error: BusError, socket: String) {
    switch error.kind {
    case .unreachable(EACCES), .unreachable(EPERM):
      self.init(
        .refused,
        "\(error.description) Run Brokerwatch as a user that may write to \(socket), or mount it into the container."
      )
    case .unreachable, .disconnected, .cancelled: self.init(.unreachable, error.description)
    case .noReply:
      self.init(.deadline, "systemd does not answer over D-Bus at \(socket): is it busy, or stopped?")
    case .refused: self.init(.refused, error.description)
    case .malformed: self.init(.malformed, error.description)
    case .invalid: self.init(.other, error.description)
    }
  }
}

extension BusError {
  /// What a unit's own metric says of it; few, and known in advance.
  var unitReason: String {
    switch kind {
    case .noReply: "no_reply"
    case .refused: "refused"
    case .malformed: "malformed"
    case .unreachable, .disconnected, .cancelled, .invalid: "unreachable"
    }
  }

  /// Whether nobody is there who could answer for systemd.
  var meansNoSystemd: Bool {
    switch kind {
    case .unreachable(let code): code == ENOENT || code == ECONNREFUSED || code == ENOTDIR
    case .refused(let name): name.hasPrefix("org.freedesktop.DBus.Error.") && !name.hasSuffix(".AccessDenied")
    case .disconnected, .noReply, .malformed, .invalid, .cancelled: false
    }
  }
}
