import Model

extension ProcessFacts {
  static func named(_ name: String, listeners: [ListenerFact] = []) -> ProcessFacts {
    ProcessFacts(profile: "test", role: "broker", name: name, listeners: listeners)
  }
}
