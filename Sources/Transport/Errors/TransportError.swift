/// Why bytes did not get through.
package struct TransportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong, as far as somebody could act on it.
  package enum Kind: Sendable, Hashable {
    case invalidRequest
    case nameNotFound
    case refused
    case unreachable
    case socketMissing
    case notPermitted
    case tlsHandshake
    case unknownAuthority
    case certificateExpired
    case hostnameMismatch
    case certificateRejected
    case clientCertificateRefused
    case authorityFileUnusable
    case identityUnusable
    case timeout(Deadlines.Phase)
    case headersTooLarge
    case bodyTooLarge
    case tooManyRedirects
    case closed
    case malformedResponse
    case cancelled
    case outOfResources
  }

  package let kind: Kind
  /// What was attempted, worded as a noun phrase: `GET /metrics`.
  package let attempt: String
  /// Where, as people write it: `https://localhost:9093`, `unix:/run/docker.sock`.
  package let address: String
  /// Why, as libcurl, OpenSSL or we ourselves put it.
  package let reason: String

  package init(_ kind: Kind, attempt: String, address: String, reason: String) {
    self.kind = kind
    self.attempt = attempt
    self.address = address
    self.reason = reason
  }

  /// The reason as a part of a sentence.
  package var cause: String {
    reason.hasSuffix(".") ? String(reason.dropLast()) : reason
  }

  package var description: String {
    "\(attempt) at \(address) failed: \(cause)." + (kind.advice.map { " \($0)" } ?? "")
  }
}
