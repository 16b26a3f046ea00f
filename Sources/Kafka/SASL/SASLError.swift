/// Why one side of an authentication cannot go on with the other.
package enum SASLError: Error, Sendable, Equatable {
  case unusableCredential(String)
  /// Somebody else should have given us what we show brokers, and did not.
  case unavailable(String, advice: String)
  case malformedChallenge(String)
  case foreignNonce
  case iterationCount(String)
  /// The broker does not know the password either: somebody stands between.
  case wrongServerSignature
  case refused(String)
  case unexpectedChallenge
  case cryptographyRefused
  case cancelled
}

extension SASLError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unusableCredential(let reason), .unavailable(let reason, _): reason
    case .malformedChallenge(let reason): "the broker's challenge is unusable: \(reason)"
    case .foreignNonce: "the broker's nonce does not begin with ours"
    case .iterationCount(let count):
      "the broker asks for \(count) iterations, and only \(SCRAMClient.iterations.lowerBound) to "
        + "\(SCRAMClient.iterations.upperBound) are accepted"
    case .wrongServerSignature: "the broker could not prove that it knows the password"
    case .refused(let reason): "the broker refused it: \(reason)"
    case .unexpectedChallenge: "the broker sent a challenge where none may follow"
    case .cryptographyRefused: "libcrypto refused to compute a hash"
    case .cancelled: "the task was cancelled"
    }
  }

  var advice: String? {
    switch self {
    case .unusableCredential: "Correct it in the configuration."
    case .unavailable(_, let advice): advice
    case .iterationCount: "Create the credential anew with a count between these."
    case .wrongServerSignature, .foreignNonce:
      "Make sure that this address is the broker's, and use TLS with a verified certificate."
    case .refused: "Check the user, the password and the mechanism."
    case .cryptographyRefused: "Check OpenSSL's policy on this machine, or use another mechanism."
    case .cancelled: nil
    case .malformedChallenge, .unexpectedChallenge: "Look into the broker's log, or try another mechanism."
    }
  }
}
