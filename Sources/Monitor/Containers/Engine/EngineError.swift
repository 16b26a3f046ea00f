import Model
import Transport

/// Why an engine gave no answer that could be read.
struct EngineError: Error, Sendable, CustomStringConvertible {
  enum Kind: Sendable, Hashable {
    case transport(TransportError.Kind)
    /// An HTTP status that is no success.
    case status(Int)
    case malformed
    /// There was no more time in this reading to ask.
    case noTimeLeft
  }

  let kind: Kind
  let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  init(_ error: TransportError) {
    self.init(.transport(error.kind), error.description)
  }

  /// The container has been removed, or is being.
  var isAboutNothing: Bool { kind == .status(404) || kind == .status(409) }

  /// Whether there is no socket at all.
  var isAboutMissingSocket: Bool { kind == .transport(.socketMissing) }

  /// Whether the engine may be gone, or another one than it was: then all about it is to be found out anew.
  var endsConnection: Bool {
    switch kind {
    case .transport(.timeout), .transport(.bodyTooLarge), .transport(.cancelled), .malformed, .noTimeLeft:
      false
    case .transport: true
    // `client version 1.51 is too new. Maximum supported API version is 1.41`
    case .status(let status): status == 400 && description.contains("client version")
    }
  }

  /// Whether the same question would get the same answer.
  var isRefusal: Bool {
    if case .status(let status) = kind { (400...499).contains(status) } else { false }
  }

  /// The value of a label `reason`.
  var reason: CollectorError.Reason {
    switch kind {
    case .transport(.timeout), .noTimeLeft: .deadline
    case .transport(.refused), .transport(.socketMissing), .transport(.nameNotFound),
      .transport(.unreachable),
      .transport(.closed):
      .unreachable
    case .transport(.notPermitted), .status(401), .status(403): .refused
    case .transport(.malformedResponse), .transport(.bodyTooLarge), .malformed: .malformed
    case .transport, .status: .other
    }
  }
}
