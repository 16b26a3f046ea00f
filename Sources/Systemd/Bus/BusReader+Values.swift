import CSystemd

extension BusReader {
  /// The value of one property, as `Get` answers it.
  ///
  /// The corresponding C function is `sd_bus_message_peek_type`.
  package mutating func variant() throws(BusError) -> BusValue {
    var contents: UnsafePointer<CChar>?
    guard unsafe sd_bus_message_peek_type(message, nil, &contents) > 0, let contents = unsafe contents,
      unsafe sd_bus_message_enter_container(message, CChar(SD_BUS_TYPE_VARIANT), contents) > 0
    else { throw malformed }
    let value = try unsafe basic(contents)
    try exit()
    return value
  }

  /// The corresponding C function is `sd_bus_message_enter_container`; false at the end of an array.
  mutating func enter(_ type: Int, _ contents: String) throws(BusError) -> Bool {
    let result = unsafe sd_bus_message_enter_container(message, CChar(type), contents)
    guard result >= 0 else { throw malformed }
    return result > 0
  }

  /// The corresponding C function is `sd_bus_message_exit_container`.
  mutating func exit() throws(BusError) {
    guard unsafe sd_bus_message_exit_container(message) >= 0 else { throw malformed }
  }

  mutating func text(_ type: Int) throws(BusError) -> String {
    unsafe String(cString: try characters(type))
  }

  /// Reads a property's name, and looks it up without making a string of it.
  mutating func index(in keys: BusKeys) throws(BusError) -> Int? {
    unsafe keys.index(of: try characters(SD_BUS_TYPE_STRING))
  }

  /// The corresponding C function is `sd_bus_message_read_basic`.
  mutating func plain<Number>(_ type: Int, _ initial: Number) throws(BusError) -> Number {
    var value = initial
    let result = unsafe withUnsafeMutablePointer(to: &value) {
      unsafe sd_bus_message_read_basic(message, CChar(type), $0)
    }
    guard result > 0 else { throw malformed }
    return value
  }

  var malformed: BusError {
    let types = unsafe sd_bus_message_get_signature(message, 1).map { unsafe String(cString: $0) } ?? ""
    return BusError(.malformed, "D-Bus sent a message of an unexpected form, '\(types)'")
  }

  /// They belong to the message.
  private mutating func characters(_ type: Int) throws(BusError) -> UnsafePointer<CChar> {
    var text: UnsafePointer<CChar>?
    guard unsafe sd_bus_message_read_basic(message, CChar(type), &text) > 0, let text = unsafe text else {
      throw malformed
    }
    return unsafe text
  }

  private mutating func basic(_ contents: UnsafePointer<CChar>) throws(BusError) -> BusValue {
    let type = unsafe contents[1] == 0 ? Int(contents[0]) : 0
    switch type {
    case SD_BUS_TYPE_STRING, SD_BUS_TYPE_OBJECT_PATH: return .string(try text(type))
    case SD_BUS_TYPE_UINT64: return .unsigned(try plain(type, UInt64(0)))
    case SD_BUS_TYPE_UINT32: return .unsigned(UInt64(try plain(type, UInt32(0))))
    case SD_BUS_TYPE_INT64: return .signed(try plain(type, Int64(0)))
    case SD_BUS_TYPE_INT32: return .signed(Int64(try plain(type, Int32(0))))
    case SD_BUS_TYPE_BOOLEAN: return .boolean(try boolean())
    default:
      guard unsafe sd_bus_message_skip(message, contents) >= 0 else { throw malformed }
      return .other
    }
  }
}
