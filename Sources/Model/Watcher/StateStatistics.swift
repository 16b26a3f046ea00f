/// How keeping state across restarts went so far.
package struct StateStatistics: Sendable, Hashable {
  package enum Failure: String, Sendable, Hashable, CaseIterable {
    /// The directory cannot be used.
    case directory
    case read
    /// A file was damaged or not ours, and was set aside.
    case refused
    case write
  }

  package var saves: UInt64 = 0
  package var errors = Dictionary(uniqueKeysWithValues: Failure.allCases.map { ($0, UInt64(0)) })

  package init() {}
}
