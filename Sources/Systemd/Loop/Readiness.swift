/// What a descriptor is ready for, or what somebody wants to know of it.
package struct Readiness: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let readable = Readiness(rawValue: 1)
  package static let writable = Readiness(rawValue: 2)
  /// Both directions are closed.
  ///
  /// Reported whether asked for or not.
  package static let hungUp = Readiness(rawValue: 4)
  /// The descriptor has an error to fetch.
  ///
  /// Reported whether asked for or not.
  package static let failed = Readiness(rawValue: 8)
}
