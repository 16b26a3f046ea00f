import CSystemd

/// Reads the values of one message from its front; of use only while its handler runs.
@safe package struct BusReader: ~Copyable {
  let message: OpaquePointer

  init(_ message: OpaquePointer) {
    unsafe self.message = message
  }

  /// The object that sent a signal.
  ///
  /// The corresponding C function is `sd_bus_message_get_path`.
  package var path: String? {
    unsafe sd_bus_message_get_path(message).map { unsafe String(cString: $0) }
  }

  /// Why a call was not answered with what it asked for; nil for an answer.
  ///
  /// The corresponding C function is `sd_bus_message_get_error`.
  var error: BusError? {
    guard unsafe sd_bus_message_is_method_error(message, nil) > 0,
      let error = unsafe sd_bus_message_get_error(message)
    else { return nil }
    let name = unsafe error.pointee.name.map { unsafe String(cString: $0) } ?? ""
    let words = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? name
    let isSilence =
      name == "org.freedesktop.DBus.Error.NoReply" || name == "org.freedesktop.DBus.Error.Timeout"
    return BusError(isSilence ? .noReply : .refused(name: name), "D-Bus answers: \(words)")
  }

  package mutating func string() throws(BusError) -> String {
    try text(SD_BUS_TYPE_STRING)
  }

  package mutating func objectPath() throws(BusError) -> String {
    try text(SD_BUS_TYPE_OBJECT_PATH)
  }

  package mutating func boolean() throws(BusError) -> Bool {
    try plain(SD_BUS_TYPE_BOOLEAN, CInt(0)) != 0
  }

  /// Passes over values of these types.
  ///
  /// The corresponding C function is `sd_bus_message_skip`.
  package mutating func skip(_ types: String) throws(BusError) {
    guard unsafe sd_bus_message_skip(message, types) >= 0 else { throw malformed }
  }

  /// Calls `read` for each element of an array of structs; it must read all members.
  package mutating func structs(
    of types: String, _ read: (inout BusReader) throws(BusError) -> Void
  ) throws(BusError) {
    guard try enter(SD_BUS_TYPE_ARRAY, "(\(types))") else { throw malformed }
    while try enter(SD_BUS_TYPE_STRUCT, types) {
      try read(&self)
      try exit()
    }
    try exit()
  }

  /// The values of those properties that `keys` names, each with its place there; once all of them were found, the rest of the
  /// message is not read.
  package mutating func properties(_ keys: BusKeys, _ take: (Int, BusValue) -> Void) throws(BusError) {
    guard try enter(SD_BUS_TYPE_ARRAY, "{sv}") else { throw malformed }
    var missing = keys.names.count
    while try enter(SD_BUS_TYPE_DICT_ENTRY, "sv") {
      if let index = try index(in: keys) {
        take(index, try variant())
        missing -= 1
        if missing == 0 { return }
      } else {
        try skip("v")
      }
      try exit()
    }
    try exit()
  }
}
