import Systemd
import TestSupport

/// A message bus of a test's own.
final class PrivateBus: Sendable {
  static let isUsable = PeerProgram.isUsable("dbus-daemon", requiredAs: "dbus-daemon")

  let daemon: ChildProcess
  let address: String

  /// `name` is that of its socket.
  init(socketName name: String = "bus") async throws {
    address = BusAddress.unix(try TemporaryDirectory().file(name))
    daemon = try ChildProcess(
      "timeout",
      [
        "300", "dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address=1",
        "--address=\(address)",
      ])
    _ = try await daemon.standardOutput.line(after: "unix:path=")
  }

  func connect(on loop: EventLoop) async throws -> BusConnection {
    let connection = try BusConnection(on: loop)
    try await connection.start(address)
    return connection
  }

  /// A question to the bus itself.
  static func call(_ member: String, _ arguments: String...) -> BusCall {
    let name = "org.freedesktop.DBus"
    return switch arguments.count {
    case 0: BusCall(to: name, path: "/org/freedesktop/DBus", interface: name, member: member)
    default:
      BusCall(
        to: name, path: "/org/freedesktop/DBus", interface: name, member: member, .string(arguments[0]))
    }
  }
}
