/// How to prove who we are; the raw value is its registered name.
package enum SASLMechanism: String, Sendable, Hashable, CaseIterable {
  case plain = "PLAIN"
  case scramSHA256 = "SCRAM-SHA-256"
  case scramSHA512 = "SCRAM-SHA-512"
}

extension SASLMechanism: CustomStringConvertible {
  package var description: String { rawValue }
}
