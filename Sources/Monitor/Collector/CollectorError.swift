/// Why one tick of a collector failed.
package struct CollectorError: Error, CustomStringConvertible {
  /// The value of the label `reason`: few, and known in advance.
  package enum Reason: String, Sendable, CaseIterable {
    case unreadable
    case malformed
    case deadline
    case unreachable
    case refused
    case other
  }

  package let reason: Reason
  package let description: String

  package init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }

  /// An error of any module, as a collector's.
  init(_ error: any Error) {
    self = error as? CollectorError ?? CollectorError(.other, "\(error)")
  }
}
