import CShims
import Glibc

/// One POSIX thread.
///
/// It must be joined, or told to go its own way, exactly once.
struct LoopThread: Sendable {
  private let id: pthread_t

  private final class Body {
    let name: String
    let run: @Sendable () -> Void

    init(name: String, run: @escaping @Sendable () -> Void) {
      self.name = name
      self.run = run
    }
  }

  /// Starts it.
  ///
  /// The corresponding C functions are `pthread_create` and `pthread_setname_np`.
  init(name: String, _ run: @escaping @Sendable () -> Void) throws(SystemError) {
    let body = unsafe Unmanaged.passRetained(Body(name: name, run: run))
    var created = pthread_t()
    let code = unsafe pthread_create(
      &created, nil,
      { context in
        guard let context = unsafe context else { return nil }
        let body = unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue()
        unsafe pthread_setname_np(pthread_self(), LoopThread.kernelName(body.name))
        body.run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      unsafe body.release()
      throw SystemError(
        "start the thread '\(name)'", .call("pthread_create", code: code),
        advice: "Raise the limit on threads (TasksMax= in the systemd unit).")
    }
    id = created
  }

  /// The corresponding C function is `pthread_join`.
  func join() {
    pthread_join(id, nil)
  }

  /// The corresponding C function is `pthread_detach`.
  func detach() {
    pthread_detach(id)
  }

  /// The kernel keeps 15 bytes and refuses longer names.
  static func kernelName(_ name: String) -> String {
    var kept = ""
    for scalar in name.unicodeScalars where kept.utf8.count + UTF8.width(scalar) <= 15 {
      kept.unicodeScalars.append(scalar)
    }
    return kept
  }
}
