import CSystemd
import Model

/// A reply or a kind of signals that somebody waits for; released, nobody does any more.
///
/// Only on the thread of its connection.
@safe final class BusSlot {
  private let handler: (inout BusReader) -> Void
  private var slot: OpaquePointer?

  init(_ handler: @escaping (inout BusReader) -> Void) {
    self.handler = handler
  }

  deinit {
    unsafe sd_bus_slot_unref(slot)
  }

  /// Sends a call; the handler gets its reply, an error, or after `timeout` the news that none came.
  ///
  /// The corresponding C function is `sd_bus_call_async`.
  func send(_ call: BusCall, on bus: borrowing BusHandle, timeout: Duration) throws(BusError) {
    let message = try BusMessage(call, on: bus)
    for argument in call.arguments { try message.append(argument) }
    let microseconds = UInt64(max(1, timeout.wholeNanoseconds / 1000))
    let result = unsafe sd_bus_call_async(
      bus.pointer, &slot, message.pointer, Self.received, Unmanaged.passUnretained(self).toOpaque(),
      microseconds)
    guard result >= 0 else { throw .failed("sd_bus_call_async", result, .disconnected) }
  }

  /// Asks for signals; the handler gets each.
  ///
  /// The corresponding C function is `sd_bus_add_match_async`.
  func match(_ rule: String, on bus: borrowing BusHandle) throws(BusError) {
    let result = unsafe sd_bus_add_match_async(
      bus.pointer, &slot, rule, Self.received, nil, Unmanaged.passUnretained(self).toOpaque())
    guard result >= 0 else { throw .failed("sd_bus_add_match_async", result, .disconnected) }
  }

  private static let received: sd_bus_message_handler_t = { message, context, _ in
    guard let message = unsafe message, let context = unsafe context else { return 0 }
    let slot = unsafe Unmanaged<BusSlot>.fromOpaque(context).takeUnretainedValue()
    var reader = unsafe BusReader(message)
    slot.handler(&reader)
    // Others may want the same signal.
    return 0
  }
}
