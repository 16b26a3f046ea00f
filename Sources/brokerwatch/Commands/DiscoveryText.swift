import Model
import Monitor

/// How a look at this host is printed.
enum DiscoveryText {
  static func plain(_ report: DiscoveryReport) -> String {
    var lines: [String] = []
    let brokers = report.section.brokers
    lines.append(
      "\(brokers.count) \(brokers.count == 1 ? "broker" : "brokers") found among \(report.processCount) processes."
    )
    for broker in brokers { lines += [""] + plain(broker) }
    if !report.clusters.isEmpty {
      lines += ["", "Kafka clusters to watch:"]
      lines += report.clusters.map { cluster in
        let places = cluster.candidates.map(\.description).joined(separator: ", ")
        return "  \(cluster.id ?? "id unknown yet"): \(cluster.obstacle ?? "asked at \(places)")"
      }
    }
    if !report.ignored.isEmpty {
      lines += ["", "Left alone:"] + report.ignored.map { "  \($0.source): \($0.statement)" }
    }
    if !report.problems.isEmpty { lines += ["", "Problems:"] + report.problems.map { "  \($0)" } }
    return lines.joined(separator: "\n")
  }

  private static func plain(_ broker: Broker) -> [String] {
    var lines = ["broker \(broker.name) (\(broker.profile), \(broker.role))"]
    let facts: [(String, String?)] = [
      ("cluster", broker.clusterID), ("version", broker.version), ("process", broker.process),
      ("container", broker.container), ("unit", broker.unit),
    ]
    lines += facts.compactMap { name, value in value.map { "  \(name): \($0)" } }
    lines += broker.listeners.map { "  listener: \(text($0))" }
    lines += broker.dataDirectories.map { directory in
      "  data: \(directory.path)"
        + (directory.path == directory.hostPath ? "" : " (here \(directory.hostPath))")
    }
    lines += broker.sources.map { "  because: \($0.source): \($0.statement)" }
    lines += broker.problems.map { "  problem: \($0)" }
    return lines
  }

  private static func text(_ listener: ListenerFact) -> String {
    var parts = ["\(listener.name) on \(listener.host ?? "*"):\(listener.port)"]
    if let protocolName = listener.securityProtocol { parts.append(protocolName) }
    if listener.isController { parts.append("for controllers") }
    if let host = listener.advertisedHost, let port = listener.advertisedPort {
      parts.append("advertised as \(host):\(port)")
    }
    return parts.joined(separator: ", ")
  }

  static func json(_ report: DiscoveryReport) -> JSONText {
    .object([
      .init("brokers", .list(report.section.brokers.map(json))),
      .init(
        "clusters",
        .list(
          report.clusters.map { cluster in
            .object([
              .init("id", .string(cluster.id)),
              .init("bootstrap", .strings(cluster.candidates.map(\.description))),
              .init("obstacle", .string(cluster.obstacle)),
            ])
          })),
      .init("ignored", .list(report.ignored.map(json))),
      .init("problems", .strings(report.problems)),
      .init("processes", .number(report.processCount)),
    ])
  }

  private static func json(_ broker: Broker) -> JSONText {
    .object([
      .init("broker", .string(broker.name)), .init("id", .string(broker.id)),
      .init("profile", .string(broker.profile)), .init("role", .string(broker.role)),
      .init("cluster_id", .string(broker.clusterID)), .init("version", .string(broker.version)),
      .init("process", .string(broker.process)), .init("container", .string(broker.container)),
      .init("unit", .string(broker.unit)), .init("listeners", .list(broker.listeners.map(json))),
      .init(
        "data_directories",
        .list(
          broker.dataDirectories.map {
            .object([.init("path", .string($0.path)), .init("host_path", .string($0.hostPath))])
          })),
      .init("sources", .list(broker.sources.map(json))), .init("problems", .strings(broker.problems)),
    ])
  }

  private static func json(_ listener: ListenerFact) -> JSONText {
    .object([
      .init("name", .string(listener.name)), .init("host", .string(listener.host)),
      .init("port", .number(Int(listener.port))), .init("protocol", .string(listener.securityProtocol)),
      .init("controller", .bool(listener.isController)),
    ])
  }

  private static func json(_ finding: Finding) -> JSONText {
    .object([.init("source", .string(finding.source)), .init("statement", .string(finding.statement))])
  }
}
