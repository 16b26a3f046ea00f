import Model

extension Catalog {
  static let healthMetrics = [brokerHealth, brokerHealthCause, overallHealth, overallHealthCause]

  private static let states = HealthState.allCases.map(\.rawValue)

  package static let brokerHealth = Metric(
    "broker_health", .stateSet(label: "state", states: states), labels: ["cluster", "broker"],
    help: "How a broker fares, all that is known of it taken together."
  ) { world, rows in
    for broker in rows.verdict(of: world).brokers {
      rows.write(state: broker.state.rawValue, broker.cluster, broker.name)
    }
  }

  package static let brokerHealthCause = Metric(
    "broker_health_cause", .gauge, labels: ["cluster", "broker", "cause"],
    help: "1 for each reason why a broker is not simply healthy."
  ) { world, rows in
    for broker in rows.verdict(of: world).brokers {
      for cause in broker.causes.kinds { rows.write(1, broker.cluster, broker.name, cause) }
    }
  }

  package static let overallHealth = Metric(
    "broker_health_overall", .stateSet(label: "state", states: states), labels: [],
    help: "How all brokers fare that are watched, and their clusters."
  ) { world, rows in
    guard world.isLookedAt else { return }
    rows.write(state: rows.verdict(of: world).state.rawValue)
  }

  package static let overallHealthCause = Metric(
    "broker_health_overall_cause", .gauge, labels: ["cause"],
    help: "1 for each reason why not everything is simply healthy."
  ) { world, rows in
    guard world.isLookedAt else { return }
    for cause in rows.verdict(of: world).causes.kinds { rows.write(1, cause) }
  }
}

extension World {
  /// Whether anybody has looked for brokers yet: before that, nothing is unknown, but unasked.
  fileprivate var isLookedAt: Bool { discovery != nil || clusters?.value.clusters.isEmpty == false }
}

extension RowWriter {
  fileprivate mutating func verdict(of world: World) -> HealthVerdict {
    for change in HealthVerdict.changes(in: world) { hold(until: change) }
    return HealthVerdict(world, at: now)
  }
}

extension [HealthCause] {
  /// Each once, in their order.
  fileprivate var kinds: [String] {
    var seen: Set<HealthCause.Kind> = []
    return filter { seen.insert($0.kind).inserted }.map(\.kind.rawValue)
  }
}
