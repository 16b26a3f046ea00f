import Model

extension ContainerState {
  /// Docker's words, and those that only Podman has.
  init?(engineWord word: String) {
    switch word {
    case "configured", "initialized": self = .created
    case "stopped": self = .exited
    case "stopping": self = .running
    default:
      guard let state = ContainerState(rawValue: word) else { return nil }
      self = state
    }
  }
}
