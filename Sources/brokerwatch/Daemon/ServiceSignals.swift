import Systemd

/// The signals that the daemon takes as words of its service manager.
enum ServiceSignals {
  static let stop: [Signal] = [.terminate, .interrupt]
  static let reload: [Signal] = [.hangup]
  static let all = stop + reload
}
