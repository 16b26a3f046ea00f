/// Why some bytes are not the message that they should be, or a value does not fit into the version asked for.
package struct WireError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    /// Fewer bytes are left than the value takes. For an array: than its elements take at the least.
    case truncated(needed: Int, left: Int)
    case invalidLength(Int)
    case unexpectedNull
    case varintTooLong
    case trailingBytes(Int)
    /// Only when writing: the version has no form for the value.
    case notExpressible(String)
  }

  package let problem: Problem
  /// Counted from the first byte after the frame's length; when writing, from the first byte of the body.
  package let offset: Int
  /// Such as `Topics[3].Partitions[0].LeaderId`; empty outside any field.
  package private(set) var field = ""
  /// Such as `Metadata v12 response`.
  package private(set) var message = ""

  package init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  package var isTruncation: Bool {
    if case .truncated = problem { true } else { false }
  }

  /// The same error as seen by the structure whose field it happened in.
  package func inside(field name: StaticString) -> Self {
    var outer = self
    let separator = field.isEmpty || field.hasPrefix("[") ? "" : "."
    outer.field = "\(name)\(separator)\(field)"
    return outer
  }

  package func inside(element index: Int) -> Self {
    var outer = self
    outer.field = "[\(index)]" + (field.isEmpty || field.hasPrefix("[") ? "" : ".") + field
    return outer
  }

  package func inside(message name: String) -> Self {
    var outer = self
    outer.message = name
    return outer
  }
}

extension WireError: CustomStringConvertible {
  package var description: String {
    let subject = message.isEmpty ? "Kafka message" : "Kafka \(message)"
    let place = (field.isEmpty ? "" : " in field \(field)") + " at byte \(offset)"
    return "\(subject) is unusable\(place): \(problem)."
  }
}

extension WireError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .truncated(let needed, let left): "it needs \(needed) more bytes and \(left) are left"
    case .invalidLength(let length): "\(length) is no valid length"
    case .unexpectedNull: "the value is null where the protocol allows none"
    case .varintTooLong: "a variable-length integer does not end where it must"
    case .trailingBytes(let count): "\(count) bytes follow after its last field"
    case .notExpressible(let reason): reason
    }
  }
}
