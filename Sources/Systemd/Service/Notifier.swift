import CSystemd
import Glibc

/// Tells systemd, or whoever else set `NOTIFY_SOCKET`, how the service fares.
///
/// Without that variable nobody wants to know, and every method returns at once. Any thread may call them.
package struct Notifier: Sendable {
  /// The service is restarted when it has not pinged for this long; nil if nobody watches.
  ///
  /// Ping twice as often.
  package let watchdogTimeout: Duration?
  private let socket: NotifySocket?

  /// Takes what the service manager put into the environment out of it, so that no child sends in the service's name.
  ///
  /// Call it in main before there is a second thread: the environment has no lock. The corresponding C functions are
  /// `sd_watchdog_enabled` and `unsetenv`.
  package init() throws(SystemError) {
    var microseconds: UInt64 = 0
    let result = unsafe sd_watchdog_enabled(1, &microseconds)
    let name = unsafe getenv("NOTIFY_SOCKET").map { unsafe String(cString: $0) }
    unsafe unsetenv("NOTIFY_SOCKET")
    guard result >= 0 else {
      throw SystemError(
        "learn how often to ping the watchdog", .call("sd_watchdog_enabled", code: -result),
        advice: "WATCHDOG_USEC and WATCHDOG_PID must be numbers, as systemd sets them.")
    }
    watchdogTimeout = result > 0 ? .microseconds(microseconds) : nil
    if let name { socket = try NotifySocket(named: name) } else { socket = nil }
  }

  /// The service is up, or has finished reloading.
  package func ready() throws(SystemError) {
    try send(.ready)
  }

  /// The service has begun to read its configuration again; `ready` must follow.
  package func reloading() throws(SystemError) {
    guard socket != nil else { return }
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    try send(.reloading(monotonicMicroseconds: UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1000))
  }

  /// The service is on its way down.
  package func stopping() throws(SystemError) {
    try send(.stopping)
  }

  /// One line for people, which `systemctl status` shows.
  package func status(_ text: String) throws(SystemError) {
    try send(.status(text))
  }

  /// The service is alive.
  ///
  /// Call it where progress is made, never from a timer of its own.
  ///
  /// It does not wait for a busy manager: the next ping comes soon.
  package func pingWatchdog() throws(SystemError) {
    try send(.watchdog, waiting: false)
  }

  private func send(_ message: NotifyMessage, waiting: Bool = true) throws(SystemError) {
    guard let socket else { return }
    try socket.send(message.text, waiting: waiting)
  }
}
