import Model

/// Kafka's `listeners` and what goes with it.
enum KafkaListeners {
  struct Place: Hashable {
    let name: String
    let host: String?
    let port: UInt16
  }

  static func all(_ settings: JavaProperties) -> [ListenerFact] {
    let bound = places(settings["listeners"]) ?? [old(settings, "host.name", "port")]
    let advertised = places(settings["advertised.listeners"]) ?? oldAdvertised(settings)
    let controllers = Set((settings["controller.listener.names"] ?? "").listed.map { $0.uppercased() })
    let protocols = protocols(settings, controllers)
    return bound.map { place in
      let shown = advertised.first { $0.name == place.name }
      return ListenerFact(
        name: place.name, host: place.host, port: place.port, securityProtocol: protocols[place.name],
        isController: controllers.contains(place.name), advertisedHost: shown?.host,
        advertisedPort: shown?.port)
    }
  }

  /// Nil where the setting is missing or none of it can be understood.
  static func places(_ text: String?) -> [Place]? {
    let found = (text ?? "").listed.compactMap(place)
    return found.isEmpty ? nil : found
  }

  /// `NAME://HOST:PORT`; no host, `0.0.0.0` and `[::]` all mean every address.
  static func place(_ text: String) -> Place? {
    guard let scheme = text.firstRange(of: "://"), let colon = text.lastIndex(of: ":"),
      colon >= scheme.upperBound, let port = UInt16(text[text.index(after: colon)...]), port > 0
    else { return nil }
    var host = text[scheme.upperBound..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    let isAny = host.isEmpty || host == "0.0.0.0" || host == "::"
    return Place(name: text[..<scheme.lowerBound].uppercased(), host: isAny ? nil : String(host), port: port)
  }

  /// Before 3.0 there was one listener with keys of its own.
  private static func old(_ settings: JavaProperties, _ host: String, _ port: String) -> Place {
    Place(name: "PLAINTEXT", host: settings[host], port: settings[port].flatMap { UInt16($0) } ?? 9092)
  }

  private static func oldAdvertised(_ settings: JavaProperties) -> [Place] {
    guard settings["advertised.host.name"] != nil else { return [] }
    return [old(settings, "advertised.host.name", "advertised.port")]
  }

  private static func protocols(
    _ settings: JavaProperties, _ controllers: Set<String>
  ) -> [String: String] {
    let usual = ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"]
    guard let map = settings["listener.security.protocol.map"] else {
      // Without a map, a controller's listener may have any name and is plain.
      let names = Dictionary(usual.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
      return controllers.reduce(into: names) { names, name in
        if names[name] == nil { names[name] = "PLAINTEXT" }
      }
    }
    let pairs = map.listed.compactMap { pair -> (String, String)? in
      let parts = pair.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let name = parts[1].trimmed.uppercased()
      return usual.contains(name) ? (parts[0].trimmed.uppercased(), name) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { _, last in last })
  }
}
