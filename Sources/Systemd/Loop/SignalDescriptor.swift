import CSystemd
import Glibc

/// A signalfd: blocked signals come out of it, each once.
///
/// The kernel keeps them until somebody reads.
final class SignalDescriptor: Sendable {
  let descriptor: CInt

  /// The corresponding C function is `signalfd`.
  init(_ signals: [Signal]) throws(SystemError) {
    let attempt = "receive signals"
    if let unblocked = signals.first(where: { !Self.isBlocked($0) }) {
      throw SystemError(
        attempt, .refused("signal \(unblocked.rawValue) is not blocked"),
        advice: "Call EventLoop.block first thing in main, before there is a second thread.")
    }
    var set = Self.set(of: signals)
    descriptor = unsafe signalfd(-1, &set, CInt(SFD_CLOEXEC | SFD_NONBLOCK))
    let code = errno
    guard descriptor >= 0 else { throw SystemError(attempt, .call("signalfd", code: code)) }
  }

  deinit {
    close(descriptor)
  }

  /// Takes the next pending signal; nil when there is none now.
  ///
  /// The corresponding C function is `read`.
  func read() -> Signal? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard unsafe Glibc.read(descriptor, &information, size) == size else { return nil }
    return Signal(rawValue: CInt(information.ssi_signo))
  }

  /// The corresponding C function is `pthread_sigmask`.
  static func block(_ signals: [Signal]) throws(SystemError) {
    var set = set(of: signals)
    let code = unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    guard code == 0 else { throw SystemError("block signals", .call("pthread_sigmask", code: code)) }
  }

  private static func isBlocked(_ signal: Signal) -> Bool {
    var blocked = sigset_t()
    return unsafe pthread_sigmask(SIG_BLOCK, nil, &blocked) == 0
      && sigismember(&blocked, signal.rawValue) == 1
  }

  private static func set(of signals: [Signal]) -> sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in signals { unsafe sigaddset(&set, signal.rawValue) }
    return set
  }
}
