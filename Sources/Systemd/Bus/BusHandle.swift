import CSystemd
import Glibc

/// One `sd_bus`, closed and freed exactly once.
///
/// Use it on one thread.
@safe struct BusHandle: ~Copyable {
  let pointer: OpaquePointer

  /// The corresponding C function is `sd_bus_new`.
  init() throws(BusError) {
    var created: OpaquePointer?
    let result = unsafe sd_bus_new(&created)
    guard result >= 0, let created = unsafe created else { throw .failed("sd_bus_new", result, .invalid) }
    unsafe pointer = created
  }

  deinit {
    unsafe sd_bus_close_unref(pointer)
  }

  /// Begins to connect; what is asked meanwhile waits for it.
  ///
  /// The corresponding C functions are `sd_bus_set_address`, `sd_bus_set_bus_client` and `sd_bus_start`.
  borrowing func start(_ address: String) throws(BusError) {
    let set = unsafe sd_bus_set_address(pointer, address)
    guard set >= 0 else { throw .failed("sd_bus_set_address", set, .invalid) }
    let client = unsafe sd_bus_set_bus_client(pointer, 1)
    guard client >= 0 else { throw .failed("sd_bus_set_bus_client", client, .invalid) }
    let started = unsafe sd_bus_start(pointer)
    guard started >= 0 else {
      let code = 0 &- started
      let error = SystemError("connect to D-Bus at \(address)", .call("sd_bus_start", code: code))
      throw BusError(.unreachable(code: code), error.description)
    }
  }

  /// Handles one message or one step of connecting: 1 if there may be more to do, 0 if not, negative at the end.
  ///
  /// The corresponding C function is `sd_bus_process`.
  borrowing func process() -> CInt {
    unsafe sd_bus_process(pointer, nil)
  }

  /// The corresponding C function is `sd_bus_close`.
  borrowing func close() {
    unsafe sd_bus_close(pointer)
  }

  /// The corresponding C function is `sd_bus_get_fd`.
  var descriptor: CInt? {
    let descriptor = unsafe sd_bus_get_fd(pointer)
    return descriptor >= 0 ? descriptor : nil
  }

  /// What to wait for on the descriptor; nil when the connection has ended.
  ///
  /// The corresponding C function is `sd_bus_get_events`.
  var interest: Readiness? {
    let events = unsafe sd_bus_get_events(pointer)
    guard events >= 0 else { return nil }
    var interest: Readiness = []
    if events & POLLIN != 0 { interest.insert(.readable) }
    if events & POLLOUT != 0 { interest.insert(.writable) }
    return interest
  }

  /// When to call `process` even if nothing comes, on the monotonic clock; nil: never.
  ///
  /// The corresponding C function is `sd_bus_get_timeout`.
  var deadline: Duration? {
    var microseconds = UInt64.max
    guard unsafe sd_bus_get_timeout(pointer, &microseconds) >= 0 else { return nil }
    return Int64(exactly: microseconds).map { .microseconds($0) }
  }

  /// The clock of `deadline`.
  ///
  /// The corresponding C function is `clock_gettime`.
  static var now: Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
