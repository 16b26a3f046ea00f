import CSystemd
import Glibc

/// One descriptor that an `sd_event` watches, until this is released.
///
/// It watches a duplicate of its own. The kernel goes on reporting a descriptor that was closed while it was watched, if a child
/// process has inherited it, and sd-event answers that with `abort`; nobody else can close the duplicate.
///
/// Make it, use it and release it on the thread that runs the `sd_event`. Level-triggered: the handler is called again
/// as long as the descriptor stays ready.
@safe final class DescriptorSource {
  private let descriptor: CInt
  private var duplicate: CInt
  private let handler: (Readiness) -> Void
  private var source: OpaquePointer?

  /// The corresponding C function is `sd_event_add_io`.
  init(
    _ descriptor: CInt, for interest: Readiness, on event: borrowing EventHandle,
    _ handler: @escaping (Readiness) -> Void
  ) throws(SystemError) {
    self.descriptor = descriptor
    self.handler = handler
    duplicate = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard duplicate >= 0 else {
      throw SystemError("watch descriptor \(descriptor)", .call("fcntl", code: errno))
    }
    let result = unsafe sd_event_add_io(
      event.pointer, &source, duplicate, interest.epollEvents,
      { _, _, events, context in
        guard let context = unsafe context else { return 0 }
        let source = unsafe Unmanaged<DescriptorSource>.fromOpaque(context).takeUnretainedValue()
        source.handler(Readiness(epollEvents: events))
        return 0
      }, Unmanaged.passUnretained(self).toOpaque())
    guard result >= 0 else { throw error("sd_event_add_io", result) }
    if interest.epollEvents == 0 { try change(to: interest) }
  }

  deinit {
    end()
  }

  /// Watches no more, from now on and not only from when the last reference is gone.
  ///
  /// A running handler holds its source, and may close the descriptor before it returns.
  ///
  /// The corresponding C function is `sd_event_source_disable_unref`.
  func end() {
    unsafe sd_event_source_disable_unref(source)
    unsafe source = nil
    if duplicate >= 0 { close(duplicate) }
    duplicate = -1
  }

  /// Watches for something else from now on; for nothing at all, not even a hang-up, if `interest` is empty.
  ///
  /// The corresponding C functions are `sd_event_source_set_io_events` and `sd_event_source_set_enabled`.
  func change(to interest: Readiness) throws(SystemError) {
    let events = unsafe sd_event_source_set_io_events(source, interest.epollEvents)
    guard events >= 0 else { throw error("sd_event_source_set_io_events", events) }
    let enabled = unsafe sd_event_source_set_enabled(
      source, CInt(interest.epollEvents == 0 ? SD_EVENT_OFF : SD_EVENT_ON))
    guard enabled >= 0 else { throw error("sd_event_source_set_enabled", enabled) }
  }

  private func error(_ function: String, _ result: CInt) -> SystemError {
    SystemError("watch descriptor \(descriptor)", .call(function, code: -result))
  }
}
