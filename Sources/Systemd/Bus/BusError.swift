import Glibc

/// Why something asked over D-Bus has no answer.
package struct BusError: Error, Hashable, CustomStringConvertible {
  package enum Kind: Sendable, Hashable {
    /// There is nobody at the address, or no right to talk to them.
    case unreachable(code: CInt)
    /// The connection ended.
    case disconnected
    /// No reply came in time.
    case noReply
    /// The peer refused, with this error name.
    case refused(name: String)
    /// The reply is not of the form that was expected.
    case malformed
    /// The question cannot even be asked.
    case invalid
    case cancelled
  }

  package let kind: Kind
  package let description: String

  package init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// What a C function of sd-bus answered, as a negative `errno` code.
  static func failed(_ function: String, _ result: CInt, _ kind: Kind) -> BusError {
    BusError(kind, SystemError("use D-Bus", .call(function, code: 0 &- result)).description)
  }
}
