import CSystemd

/// One `sd_event`, freed exactly once.
///
/// Whoever runs it must do so on one thread; it may be made and freed on another, before and after.
@safe struct EventHandle: ~Copyable {
  let pointer: OpaquePointer

  /// The corresponding C function is `sd_event_new`.
  init() throws(SystemError) {
    var created: OpaquePointer?
    let result = unsafe sd_event_new(&created)
    guard result >= 0, let created = unsafe created else {
      throw SystemError("make an event loop", .call("sd_event_new", code: -result))
    }
    unsafe pointer = created
  }

  deinit {
    unsafe sd_event_unref(pointer)
  }

  /// Gets everything ready for waiting; true when something is to be dispatched already.
  ///
  /// The corresponding C function is `sd_event_prepare`.
  borrowing func prepare() -> Bool {
    succeeded(unsafe sd_event_prepare(pointer), "sd_event_prepare")
  }

  /// Waits for something to dispatch, for ever or not at all; true when there is something.
  ///
  /// The corresponding C function is `sd_event_wait`.
  borrowing func wait(forEver: Bool) -> Bool {
    succeeded(unsafe sd_event_wait(pointer, forEver ? .max : 0), "sd_event_wait")
  }

  /// Calls the handler of one source.
  ///
  /// The corresponding C function is `sd_event_dispatch`.
  borrowing func dispatch() {
    _ = succeeded(unsafe sd_event_dispatch(pointer), "sd_event_dispatch")
  }

  /// These calls fail only when somebody closed descriptors that are not theirs, or ran the loop on two threads or
  /// after a fork: nothing the process does from then on can be trusted.
  private borrowing func succeeded(_ result: CInt, _ function: String) -> Bool {
    precondition(result >= 0, SystemError("run an event loop", .call(function, code: -result)).description)
    return result > 0
  }
}
