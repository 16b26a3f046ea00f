/// Why a text is no regular expression that can be used.
package enum PatternError: Error, Hashable, CustomStringConvertible {
  /// In PCRE2's words; positions count characters from 1.
  case invalid(reason: String, position: Int)
  case tooLong(limit: Int)
  case noMemory

  package var description: String {
    switch self {
    case .invalid(let reason, let position): "\(reason), at its character \(position)"
    case .tooLong(let limit): "it is longer than \(limit) bytes"
    case .noMemory: "there is no memory left for it"
    }
  }
}
