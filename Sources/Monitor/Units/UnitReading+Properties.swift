import Glibc
import Model

extension UnitReading {
  /// Takes over what all units have.
  mutating func apply(common properties: UnitProperties) {
    if let text = properties.text(.activeState) { state = UnitState(rawValue: text) ?? .other }
    startTime = state.isUp ? properties.time(.activeEnter) : nil
    stateChange = properties.time(.stateChange)
  }

  /// Takes over what its kind of unit has, but for restarts, which are counted.
  mutating func apply(special properties: UnitProperties) {
    result = properties.text(.result).map { UnitResult(rawValue: $0) ?? .other }
    exitStatus = Self.exitStatus(code: properties.number(.exitCode), status: properties.number(.exitStatus))
    mainPID = properties.number(.mainPID).flatMap { Int32(exactly: $0) }.flatMap { $0 > 0 ? $0 : nil }
    watchdog = properties.time(.watchdog)
    controlGroup = properties.text(.controlGroup).flatMap { $0.isEmpty ? nil : $0 }
    resources = UnitResources(properties)
  }

  /// A unit that systemd has no longer in memory runs nothing.
  mutating func rest() {
    state = .inactive
    mainPID = nil
    startTime = nil
    watchdog = nil
    controlGroup = nil
    resources = UnitResources()
  }

  /// `code` is how the process ended, in the words of wait(2); 0: it has not ended yet.
  static func exitStatus(code: UInt64?, status: UInt64?) -> Int64? {
    guard let code, let status, let status = Int64(exactly: status), status < 256 else { return nil }
    return switch code {
    case UInt64(CLD_EXITED): status
    case UInt64(CLD_KILLED), UInt64(CLD_DUMPED): 128 + status
    default: nil
    }
  }
}

extension UnitResources {
  init(_ properties: UnitProperties) {
    self.init()
    memoryBytes = properties.number(.memory)
    memoryPeakBytes = properties.number(.memoryPeak)
    cpuNanoseconds = properties.number(.cpu)
    tasks = properties.number(.tasks)
    readBytes = properties.number(.readBytes)
    writeBytes = properties.number(.writeBytes)
  }
}
