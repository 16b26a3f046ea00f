// What this host's own sections say of a broker; what is too old is named and not believed.
extension HealthEvidence {
  func hostEvidence(_ broker: Broker) -> BrokerEvidence {
    var evidence = BrokerEvidence(name: broker.name)
    evidence.clusterID = broker.clusterID
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
    if let name = broker.unit,
      let unit = fresh(world.units, "its unit", &evidence)?.units.first(where: { $0.name == name })
    {
      evidence.unit = unit.state.rawValue
    }
    let paths = Set(broker.dataDirectories.map(\.hostPath))
    if !paths.isEmpty, let section = fresh(world.dataDirectories, "its data directories", &evidence) {
      evidence.directories = section.directories.filter { paths.contains($0.path) }.map(Self.directory)
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

  private static func directory(_ reading: DataDirectoryReading) -> BrokerEvidence.Directory {
    let shares = [
      share(reading.availableBytes, of: reading.totalBytes), share(reading.freeInodes, of: reading.inodes),
    ].compactMap(\.self)
    // That we may not look is no trouble of the broker's.
    let isReadable = ["permission", "other"].contains(reading.problems[.space] ?? "permission")
    return .init(path: reading.path, freeShare: shares.min(), isReadable: isReadable)
  }

  /// Nil for a file system that does not count them.
  private static func share(_ free: UInt64?, of all: UInt64?) -> Double? {
    guard let free, let all, all > 0 else { return nil }
    return Double(free) / Double(all)
  }
}
