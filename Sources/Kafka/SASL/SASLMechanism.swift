/// How to prove who we are; the raw value is its registered name.
package enum SASLMechanism: String, Sendable, Hashable, CaseIterable {
  case plain = "PLAIN"
  case scramSHA256 = "SCRAM-SHA-256"
  case scramSHA512 = "SCRAM-SHA-512"
  case oauthBearer = "OAUTHBEARER"
  case awsMSKIAM = "AWS_MSK_IAM"
}

extension SASLMechanism: CustomStringConvertible {
  package var description: String { rawValue }
}

extension SASLMechanism {
  /// What a broker refuses that refuses us.
  var evidence: String {
    switch self {
    case .plain, .scramSHA256, .scramSHA512: "the user or the password"
    case .oauthBearer: "the token"
    case .awsMSKIAM: "the signature or the rights of the access key"
    }
  }

  var adviceOnRefusal: String {
    switch self {
    case .plain, .scramSHA256, .scramSHA512:
      "Correct them, or create the credential at the cluster for this mechanism."
    case .oauthBearer:
      "Check that the brokers trust who issued it, and that its audience, its scope and its dates are what they expect."
    case .awsMSKIAM:
      "Check the access key, the region, this machine's clock, and that its policy allows kafka-cluster:Connect."
    }
  }
}
