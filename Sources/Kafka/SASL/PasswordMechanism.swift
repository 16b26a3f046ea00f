/// The mechanisms that show a user and a password, or prove that we know it.
package enum PasswordMechanism: Sendable, Hashable, CaseIterable {
  case plain
  case scramSHA256
  case scramSHA512

  package var mechanism: SASLMechanism {
    switch self {
    case .plain: .plain
    case .scramSHA256: .scramSHA256
    case .scramSHA512: .scramSHA512
    }
  }
}
