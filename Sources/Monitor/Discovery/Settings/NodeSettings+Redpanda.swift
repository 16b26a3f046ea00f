import Model
import Settings

extension NodeSettings {
  /// `redpanda.yaml`; what cannot be understood of it is left out.
  init?(redpanda bytes: [UInt8]) {
    guard let node = YAMLDocument(parsing: bytes).root?["redpanda"] else { return nil }
    id = node["node_id"]?.text.flatMap { Int32($0) }.flatMap { $0 >= 0 ? String($0) : nil }
    role = "broker"
    dataDirectories = [node["data_directory"]?.text ?? "/var/lib/redpanda/data"]
    rendezvous = nil
    let bound = Self.places(node["kafka_api"])
    let advertised = Self.places(node["advertised_kafka_api"])
    let encrypted = Self.encryptedNames(node["kafka_api_tls"])
    let hasSASL = node["enable_sasl"]?.text == "true"
    listeners = (bound.isEmpty ? [Place(name: "kafka", host: nil, port: 9092)] : bound).map { place in
      let shown = advertised.first { $0.name == place.name }
      let isEncrypted = encrypted.contains(place.name)
      let takesSASL = place.authentication.map { $0 == "sasl" } ?? hasSASL
      return ListenerFact(
        name: place.name, host: place.host, port: place.port,
        securityProtocol: (takesSASL ? "SASL_" : "") + (isEncrypted ? "SSL" : "PLAINTEXT"),
        advertisedHost: shown?.host, advertisedPort: shown?.port)
    }.map { $0.named }
  }

  private struct Place {
    let name: String
    let host: String?
    let port: UInt16
    var authentication: String?
  }

  /// One place, or a list of them.
  private static func places(_ node: YAMLNode?) -> [Place] {
    guard let node else { return [] }
    let nodes: [YAMLNode]
    if case .sequence(let elements) = node.content { nodes = elements } else { nodes = [node] }
    return nodes.compactMap { node in
      guard let port = node["port"]?.text.flatMap({ UInt16($0) }), port > 0 else { return nil }
      let host = node["address"]?.text
      let isAny = host == nil || host == "0.0.0.0" || host == "::" || host == ""
      return Place(
        name: node["name"]?.text ?? "", host: isAny ? nil : host, port: port,
        authentication: node["authentication_method"]?.text)
    }
  }

  private static func encryptedNames(_ node: YAMLNode?) -> Set<String> {
    guard let node else { return [] }
    let nodes: [YAMLNode]
    if case .sequence(let elements) = node.content { nodes = elements } else { nodes = [node] }
    return Set(nodes.filter { $0["enabled"]?.text == "true" }.map { $0["name"]?.text ?? "" })
  }
}

extension ListenerFact {
  /// Redpanda's listeners need no name, ours do.
  fileprivate var named: ListenerFact {
    guard name.isEmpty else { return self }
    return ListenerFact(
      name: "kafka", host: host, port: port, securityProtocol: securityProtocol, isController: isController,
      advertisedHost: advertisedHost, advertisedPort: advertisedPort)
  }
}
