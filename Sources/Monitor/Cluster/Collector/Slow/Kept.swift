/// Something read in an earlier cycle.
struct Kept<Value: Sendable>: Sendable {
  let value: Value
  let cycle: UInt32

  init(_ value: Value, in cycle: UInt32) {
    self.value = value
    self.cycle = cycle
  }

  /// Nil when it is too old to be believed.
  func value(in now: UInt32, notOlderThan limit: UInt32) -> Value? {
    now &- cycle <= limit ? value : nil
  }
}
