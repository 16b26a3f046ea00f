import CSystemd

/// A call that is being written, freed exactly once.
@safe struct BusMessage: ~Copyable {
  let pointer: OpaquePointer

  /// The corresponding C function is `sd_bus_message_new_method_call`.
  init(_ call: BusCall, on bus: borrowing BusHandle) throws(BusError) {
    var created: OpaquePointer?
    let result = unsafe sd_bus_message_new_method_call(
      bus.pointer, &created, call.destination, call.path, call.interface, call.member)
    guard result >= 0, let created = unsafe created else {
      throw .failed("sd_bus_message_new_method_call", result, .invalid)
    }
    unsafe pointer = created
  }

  deinit {
    unsafe sd_bus_message_unref(pointer)
  }

  borrowing func append(_ argument: BusCall.Argument) throws(BusError) {
    switch argument {
    case .string(let text): try append(text)
    case .strings(let texts):
      try check(
        unsafe sd_bus_message_open_container(pointer, CChar(SD_BUS_TYPE_ARRAY), "s"),
        "sd_bus_message_open_container")
      for text in texts { try append(text) }
      try check(unsafe sd_bus_message_close_container(pointer), "sd_bus_message_close_container")
    }
  }

  /// The corresponding C function is `sd_bus_message_append_basic`.
  private borrowing func append(_ text: String) throws(BusError) {
    let result = unsafe text.withCString {
      unsafe sd_bus_message_append_basic(pointer, CChar(SD_BUS_TYPE_STRING), $0)
    }
    try check(result, "sd_bus_message_append_basic")
  }

  private borrowing func check(_ result: CInt, _ function: String) throws(BusError) {
    guard result >= 0 else { throw .failed(function, result, .invalid) }
  }
}
