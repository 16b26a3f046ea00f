import Model

extension StatusPage {
  private static let listedBrokers = 50

  /// How the brokers fare, and what was found on this host.
  static func brokers(_ world: World, _ now: Moment) -> HTML {
    let verdict = HealthVerdict(world, at: now)
    guard !verdict.brokers.isEmpty else { return "" }
    let found = world.discovery?.value.brokers ?? []
    let rows = verdict.brokers.prefix(listedBrokers).map { health -> HTML in
      let broker = found.first { $0.name == health.name }
      return row(health, broker)
    }
    let more = verdict.brokers.count - rows.count
    let rest: HTML = more > 0 ? "<p>and \(more) more</p>\n" : ""
    return """
      <section>
      <h2>Brokers</h2>
      <p>All together: <span class="state \(verdict.state.tone)">\(verdict.state.word)</span></p>
      \(list(verdict.causes))<table>
      <thead><tr><th scope="col">Broker</th><th scope="col">State</th><th scope="col">Here it is</th></tr></thead>
      <tbody>
      \(HTML(Array(rows)))</tbody>
      </table>
      \(rest)</section>

      """
  }

  private static func row(_ health: BrokerHealth, _ broker: Broker?) -> HTML {
    let name = [health.name, health.cluster.map { "of \($0)" }].compactMap(\.self).joined(separator: " ")
    let causes = health.causes.map(\.text).joined(separator: " ")
    let explanation: HTML = causes.isEmpty ? "" : "<span class=\"reason\">\(causes)</span>"
    return """
      <tr><th scope="row">\(name)</th>\
      <td><span class="state \(health.state.tone)">\(health.state.word)</span>\(explanation)</td>\
      <td>\(broker.map(place) ?? "not on this host")</td></tr>

      """
  }

  private static func place(_ broker: Broker) -> String {
    let parts = [
      [broker.profile, broker.version].compactMap(\.self).joined(separator: " "),
      broker.process.map { "process \($0)" }, broker.container.map { "container \($0)" },
      broker.unit.map { "unit \($0)" },
    ].compactMap(\.self)
    let problems = broker.problems.count
    return parts.joined(separator: ", ")
      + (problems == 0
        ? "" : "; \(problems) things could not be found out: see brokerwatch status --discovery")
  }

  private static func list(_ causes: [HealthCause]) -> HTML {
    guard !causes.isEmpty else { return "" }
    return "<ul>\n\(HTML(causes.map { cause -> HTML in "<li>\(cause.text)</li>\n" }))</ul>\n"
  }
}

extension HealthState {
  fileprivate var word: String { rawValue }

  fileprivate var tone: String {
    switch self {
    case .healthy: "good"
    case .starting, .degraded, .maintenance, .unknown: "waiting"
    case .down: "bad"
    }
  }
}
