import CSystemd
import Glibc
import Model

/// The one kernel timer of an `sd_event`.
///
/// Make it, use it and release it on the thread that runs the `sd_event`, or while none does.
@safe final class DeadlineSource {
  private let handler: () -> Void
  private var source: OpaquePointer?

  /// How far sd-event may put off a timer to join it with others, in microseconds: it waits until the *end*
  /// of that window, so anything above the least would only make every timer late.
  ///
  /// (0 would mean 250 ms.) Timers of one loop that are due together run together anyway.
  private static let accuracy: UInt64 = 1

  /// Makes it disarmed.
  ///
  /// The corresponding C function is `sd_event_add_time`.
  init(on event: borrowing EventHandle, _ handler: @escaping () -> Void) throws(SystemError) {
    self.handler = handler
    let result = unsafe sd_event_add_time(
      event.pointer, &source, CLOCK_BOOTTIME, .max, Self.accuracy,
      { _, _, context in
        guard let context = unsafe context else { return 0 }
        unsafe Unmanaged<DeadlineSource>.fromOpaque(context).takeUnretainedValue().handler()
        return 0
      }, Unmanaged.passUnretained(self).toOpaque())
    guard result >= 0 else {
      throw SystemError("set up the timer of an event loop", .call("sd_event_add_time", code: -result))
    }
    disarm()
  }

  deinit {
    unsafe sd_event_source_disable_unref(source)
  }

  /// Calls the handler once when the kernel's time since boot is this.
  ///
  /// The corresponding C functions are `sd_event_source_set_time` and `sd_event_source_set_enabled`.
  func arm(at uptime: Duration) {
    // Rounded up: a timer that fires early would find nothing due.
    let microseconds = UInt64(max(0, uptime.wholeNanoseconds) / 1000 + 1)
    unsafe sd_event_source_set_time(source, microseconds)
    unsafe sd_event_source_set_enabled(source, CInt(SD_EVENT_ONESHOT))
  }

  /// The corresponding C function is `sd_event_source_set_enabled`.
  func disarm() {
    unsafe sd_event_source_set_enabled(source, CInt(SD_EVENT_OFF))
  }
}
