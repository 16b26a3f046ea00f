import Systemd

/// What systemd tells unasked.
enum UnitSignal: Sendable, Hashable {
  /// Properties of the unit at this path; with its number of restarts, where that is among them.
  case changed(path: String, restarts: UInt64?)
  case jobEnded(unit: String)
  case unloaded(unit: String)
  case reloading
  case reloaded
  /// systemd left the bus, or came.
  case ownerChanged

  private static let restartKeys = BusKeys([UnitProperties.Key.restarts.rawValue])

  static func readChange(_ message: inout BusReader, at path: String) throws(BusError) -> UnitSignal {
    var restarts: UInt64?
    try message.skip("s")
    try message.properties(restartKeys) { _, value in
      if case .unsigned(let number) = value { restarts = number }
    }
    return .changed(path: path, restarts: restarts)
  }

  static func readJobRemoved(_ message: inout BusReader) throws(BusError) -> UnitSignal {
    try message.skip("uo")
    return .jobEnded(unit: try message.string())
  }

  static func readUnitRemoved(_ message: inout BusReader) throws(BusError) -> UnitSignal {
    .unloaded(unit: try message.string())
  }

  static func readReloading(_ message: inout BusReader) throws(BusError) -> UnitSignal {
    try message.boolean() ? .reloading : .reloaded
  }
}
