extension HealthVerdict {
  /// Of everything that is in the world, as it is to be believed now.
  package init(_ world: World, at now: Moment) {
    let evidence = HealthEvidence(world, at: now)
    self = HealthJudge.judge(evidence.brokers, evidence.clusters)
  }
}

extension HealthVerdict {
  /// When the verdict may become another one although nothing is read, on the boot clock.
  package static func changes(in world: World) -> [Duration] {
    let clusters = world.clusters?.value.clusters.map { $0.readAt.uptime + $0.staleAfter } ?? []
    let sections = [
      world.processes.map { $0.readAt.uptime + $0.staleAfter },
      world.containers.map { $0.readAt.uptime + $0.staleAfter },
      world.units.map { $0.readAt.uptime + $0.staleAfter },
      world.dataDirectories.map { $0.readAt.uptime + $0.staleAfter },
    ]
    return clusters + sections.compactMap(\.self)
  }
}
