import Model

/// What `/containers/json` says of a container: enough to know whether there is more to ask.
struct ListedContainer: Sendable, Hashable {
  var id = ""
  var name = ""
  var image = ""
  var labels: [String: String] = [:]
  var state: ContainerState?
  /// In seconds since 1970.
  var created: Int64 = 0
  /// For people: `Exited (137) 2 seconds ago`, `Up 4 seconds (healthy)`.
  var status = ""

  static func parse(_ bytes: [UInt8]) -> [ListedContainer]? {
    var json = JSONReader(bytes)
    var list: [ListedContainer] = []
    json.elements { json in
      var container = ListedContainer()
      json.members { key, value in container.read(key, &value) }
      if !container.id.isEmpty { list.append(container) }
    }
    return json.isBroken ? nil : list
  }

  private mutating func read(_ key: String, _ value: inout JSONReader) {
    switch key {
    case "Id": id = value.string() ?? ""
    case "Names":
      var names: [String] = []
      value.elements { if let name = $0.string() { names.append(name) } }
      name = Self.ownName(names)
    case "Image": image = value.string() ?? ""
    case "State": state = value.string().flatMap(ContainerState.init(engineWord:))
    case "Status": status = value.string() ?? ""
    case "Created": created = value.integer() ?? 0
    case "Labels": value.members { key, value in labels[key] = value.string() }
    default: break
    }
  }

  /// The others are those by which linked containers know it: `/web/db`.
  private static func ownName(_ names: [String]) -> String {
    let own = names.first { !$0.dropFirst().contains("/") } ?? names.first ?? ""
    return own.hasPrefix("/") ? String(own.dropFirst()) : own
  }

  /// Whether this says something else than what an inspection said.
  func contradicts(_ known: ContainerReading) -> Bool {
    state != known.state || name != known.name
      || created != known.created.map { $0.nanoseconds / 1_000_000_000 }
      || exitCode.map { $0 != known.exitCode } ?? false || health.map { $0 != known.health } ?? false
  }

  private var exitCode: Int64? {
    guard status.hasPrefix("Exited (") else { return nil }
    return Int64(status.dropFirst(8).prefix { $0 != ")" })
  }

  private var health: ContainerHealth? {
    guard state == .running else { return nil }
    return switch status {
    case _ where status.hasSuffix("(healthy)"): .healthy
    case _ where status.hasSuffix("(unhealthy)"): .unhealthy
    case _ where status.hasSuffix("(health: starting)"): .starting
    default: nil
    }
  }
}
