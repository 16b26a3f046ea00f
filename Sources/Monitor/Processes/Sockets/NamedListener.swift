import Model

/// A listener by the name that its metrics carry.
struct NamedListener: Sendable, Hashable {
  let name: String
  let port: UInt16
  /// Nil: every address, or one that only the broker's own resolver knows.
  let ipv4: UInt32?

  /// Listeners without a name, or with that of another, are called by their port.
  static func all(of facts: ProcessFacts) -> [NamedListener] {
    var taken: Set<String> = []
    var ports: Set<UInt16> = []
    return facts.listeners.compactMap { fact in
      guard ports.insert(fact.port).inserted || fact.host != nil else { return nil }
      var name = fact.name.isEmpty ? "\(fact.port)" : fact.name
      if !taken.insert(name).inserted {
        name = "\(fact.name):\(fact.port)"
        guard taken.insert(name).inserted else { return nil }
      }
      let address = fact.host.flatMap(SocketAddress.ipv4)
      return NamedListener(name: name, port: fact.port, ipv4: address == 0 ? nil : address)
    }
  }

  func takes(_ local: SocketAddress) -> Bool {
    local.port == port && (ipv4 == nil || local.ipv4 == ipv4)
  }
}
