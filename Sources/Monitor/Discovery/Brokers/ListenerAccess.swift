import Model

/// How this host reaches the listeners of a broker.
struct ListenerAccess {
  private(set) var all: [BrokerAccess] = []
  private(set) var problems: [String] = []

  /// - Parameters:
  ///   - listeners: as the broker's settings have them.
  ///   - container: the one that it runs in, where it is known.
  ///   - isElsewhere: whether it has a network of its own.
  init(listeners: [ListenerFact], container: ContainerSight?, isElsewhere: Bool) {
    for listener in listeners {
      guard let (host, port) = isElsewhere ? Self.way(to: listener, in: container) : Self.way(to: listener)
      else {
        // Controllers are for each other; that nobody else reaches them is as it should be.
        if !listener.isController {
          problems.append(
            "listener \(listener.name) on port \(listener.port) cannot be reached from this host; publish the port, or name the broker in 'clusters'"
          )
        }
        continue
      }
      all.append(
        BrokerAccess(
          listener: listener.name, host: host, port: port, securityProtocol: listener.securityProtocol,
          isController: listener.isController))
    }
    let ways = all.filter { !$0.isController }
    if !ways.isEmpty, !ways.contains(where: \.isOpen) {
      let names = ways.map { "\($0.securityProtocol ?? "") on \($0.host):\($0.port)" }
      problems.append(
        "its listeners want certificates or a login (\(names.joined(separator: ", "))); name the cluster in 'clusters' with 'tls' or 'sasl'"
      )
    }
  }

  private static func way(to listener: ListenerFact) -> (String, UInt16)? {
    (listener.host ?? "127.0.0.1", listener.port)
  }

  /// By a published port, else by what the broker tells its clients.
  private static func way(to listener: ListenerFact, in container: ContainerSight?) -> (String, UInt16)? {
    if let port = container?.ports.first(where: { $0.inside == listener.port }) {
      return (port.host ?? "127.0.0.1", port.outside)
    }
    guard let host = listener.advertisedHost, let port = listener.advertisedPort, !isLoopback(host) else {
      return nil
    }
    return (host, port)
  }

  private static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }
}
