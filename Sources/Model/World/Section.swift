/// What one collector last read of its kind of source, and when.
package struct Section<Value: Sendable>: Sendable {
  /// Grows with every replacement of any section, so equal versions mean equal values.
  package let version: UInt64
  package let readAt: Moment
  /// After this age the section is no longer believed: its series disappear rather than lie.
  package let staleAfter: Duration
  package let value: Value

  package init(version: UInt64, readAt: Moment, staleAfter: Duration, value: Value) {
    self.version = version
    self.readAt = readAt
    self.staleAfter = staleAfter
    self.value = value
  }

  package func age(at now: Moment) -> Duration {
    now.age(of: readAt)
  }

  package func isFresh(at now: Moment) -> Bool {
    age(at: now) <= staleAfter
  }
}
