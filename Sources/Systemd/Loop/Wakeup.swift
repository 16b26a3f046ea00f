import CSystemd
import Glibc

/// An eventfd: any thread rings it, one thread watches for it.
struct Wakeup: ~Copyable, Sendable {
  let descriptor: CInt

  /// The corresponding C function is `eventfd`.
  init() throws(SystemError) {
    descriptor = eventfd(0, CInt(EFD_CLOEXEC | EFD_NONBLOCK))
    let code = errno
    guard descriptor >= 0 else {
      throw SystemError(
        "make an event loop", .call("eventfd", code: code),
        advice: "Raise the limit on open files (LimitNOFILE= in the systemd unit).")
    }
  }

  deinit {
    close(descriptor)
  }

  /// The corresponding C function is `eventfd_write`.
  ///
  /// It fails only when 2^64 − 2 rings are not answered yet.
  borrowing func ring() {
    eventfd_write(descriptor, 1)
  }

  /// The corresponding C function is `eventfd_read`.
  ///
  /// It fails only when nobody has rung.
  borrowing func answer() {
    var rings: eventfd_t = 0
    unsafe eventfd_read(descriptor, &rings)
  }
}
