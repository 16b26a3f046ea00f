/// Why the HTTP server could not do what it was asked to.
package enum ServerError: Error, Hashable {
  case badListenAddress(String, reason: String)
  case cannotListen(address: String, reason: String)
  case cannotStart(address: String, reason: String)
  /// A problem of the web configuration; the sentence names file and place.
  case webConfiguration(String)
}

extension ServerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badListenAddress(let text, let reason):
      "The listen address '\(text)' cannot be understood: \(reason)."
    case .cannotListen(let address, let reason):
      "The HTTP server cannot listen on \(address): \(reason)."
    case .cannotStart(let address, let reason):
      "The HTTP server cannot serve \(address): \(reason)."
    case .webConfiguration(let sentence):
      sentence
    }
  }
}
