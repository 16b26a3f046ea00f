// What this host's own sections say of a broker; what is too old is named and not believed.
extension HealthEvidence {
  func hostEvidence(_ broker: Broker) -> BrokerEvidence {
    var evidence = BrokerEvidence(name: broker.name)
    if let name = broker.process,
      let process = fresh(world.processes, "its process", &evidence)?.processes.first(where: {
        $0.name == name
      })
    {
      evidence.process = .init(isUp: process.isUp, age: process.startTime.map { age(since: $0) })
    }
    if let name = broker.container,
      let container = fresh(world.containers, "its container", &evidence)?.containers.first(where: {
        $0.name == name
      }),
      let state = container.state
    {
      evidence.container = .init(state: state.rawValue, health: container.health?.rawValue)
    }
    return evidence
  }

  /// Nil where nothing was read, and where it is too old.
  private func fresh<Value>(
    _ section: Section<Value>?, _ what: String, _ evidence: inout BrokerEvidence
  ) -> Value? {
    guard let section else { return nil }
    guard section.isFresh(at: now) else {
      evidence.late.append(what)
      return nil
    }
    return section.value
  }

  private func age(since start: Timestamp) -> Duration {
    .nanoseconds(max(0, now.wall.nanoseconds &- start.nanoseconds))
  }
}
