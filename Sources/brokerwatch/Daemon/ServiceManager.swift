import Systemd

/// What systemd, or whoever started us, put into the environment for us.
struct ServiceManager: Sendable {
  let notifier: Notifier
  let sockets: ListenSockets

  /// Call it in main before there is a second thread: the environment has no lock.
  init() throws(SystemError) {
    notifier = try Notifier()
    sockets = try ListenSockets()
  }
}
