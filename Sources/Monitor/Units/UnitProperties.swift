import Model
import Systemd

/// The properties of a unit that are read, as systemd sends them.
struct UnitProperties: Sendable, Hashable {
  enum Key: String, CaseIterable {
    case result = "Result"
    case restarts = "NRestarts"
    case mainPID = "MainPID"
    case exitCode = "ExecMainCode"
    case exitStatus = "ExecMainStatus"
    case watchdog = "WatchdogTimestamp"
    case controlGroup = "ControlGroup"
    case memory = "MemoryCurrent"
    case memoryPeak = "MemoryPeak"
    case cpu = "CPUUsageNSec"
    case tasks = "TasksCurrent"
    case readBytes = "IOReadBytes"
    case writeBytes = "IOWriteBytes"
    case activeState = "ActiveState"
    case activeEnter = "ActiveEnterTimestamp"
    case stateChange = "StateChangeTimestamp"
  }

  /// Of every kind of unit.
  static let common: [Key] = [.activeState, .activeEnter, .stateChange]
  /// Of the unit's own kind.
  static let special = Key.allCases.filter { !common.contains($0) }

  private(set) var values: [Key: BusValue] = [:]

  init(_ values: [Key: BusValue] = [:]) {
    self.values = values
  }

  /// A reader of those properties among a whole interface's.
  static func reader(
    of keys: [Key]
  ) -> @Sendable (inout BusReader) throws(BusError) -> UnitProperties {
    let names = BusKeys(keys.map(\.rawValue))
    return { message throws(BusError) in
      var found = UnitProperties()
      try message.properties(names) { index, value in found.values[keys[index]] = value }
      return found
    }
  }

  mutating func merge(_ other: UnitProperties) {
    values.merge(other.values) { _, new in new }
  }

  func text(_ key: Key) -> String? {
    if case .string(let text) = values[key] { text } else { nil }
  }

  /// systemd says 2^64 - 1 for what it does not know.
  func number(_ key: Key) -> UInt64? {
    switch values[key] {
    case .unsigned(let value): value == .max ? nil : value
    case .signed(let value): UInt64(exactly: value)
    default: nil
    }
  }

  /// Microseconds since 1970; 0 is never.
  func time(_ key: Key) -> Timestamp? {
    guard let microseconds = number(key), microseconds > 0, let whole = Int64(exactly: microseconds) else {
      return nil
    }
    let (nanoseconds, isTooLate) = whole.multipliedReportingOverflow(by: 1000)
    return isTooLate ? nil : Timestamp(nanoseconds: nanoseconds)
  }
}
