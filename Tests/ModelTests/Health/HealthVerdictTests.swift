import Testing

@testable import Model

@Suite struct HealthVerdictTests {
  private let now = Moment(wall: Timestamp(seconds: 1_700_000_000), uptime: .seconds(1000))

  private func world(_ answers: Bool?, age: Duration = .seconds(1), discovered: String? = "1") -> World {
    var world = World()
    var reading = ClusterReading()
    reading.identity.id = "c1"
    reading.brokers = [BrokerReading(id: 1, answers: answers), BrokerReading(id: 2)]
    let readAt = Moment(wall: now.wall, uptime: now.uptime - age)
    let cluster = ClusterSection(
      name: "main", reading: reading, verdict: ClusterVerdict(), readAt: readAt, staleAfter: .seconds(30))
    world.replace(
      \.clusters, with: ClustersSection(clusters: [cluster]), readAt: readAt, staleAfter: .seconds(30))
    if let discovered {
      let broker = Broker(
        name: discovered, id: discovered, profile: "kafka", role: "broker", clusterID: "c1",
        process: "kafka-1")
      world.replace(
        \.discovery, with: DiscoverySection(brokers: [broker]), readAt: now, staleAfter: .seconds(30))
    }
    return world
  }

  @Test func `a broker of this host and of its cluster is one broker, and nobody else is judged`() {
    let verdict = HealthVerdict(world(true), at: now)
    #expect(verdict.state == .healthy)
    #expect(verdict.brokers == [BrokerHealth(name: "1", cluster: "main", state: .healthy, causes: [])])
  }

  @Test func `a broker elsewhere is judged by its cluster alone`() {
    let verdict = HealthVerdict(world(false, discovered: nil), at: now)
    #expect(verdict.state == .down && verdict.brokers.map(\.cluster) == ["main"])
    #expect(HealthVerdict(world(nil, discovered: nil), at: now).brokers.isEmpty)
  }

  @Test func `what is too old is not believed`() {
    let verdict = HealthVerdict(world(false, age: .seconds(31)), at: now)
    #expect(verdict.state == .unknown && verdict.brokers.first?.causes.map(\.kind) == [.readingLate])
  }

  @Test func `an announced broker is in maintenance`() {
    var world = world(false)
    world.maintenance = ["1"]
    #expect(HealthVerdict(world, at: now).state == .maintenance)
  }

  @Test func `nothing at all is unknown`() {
    #expect(HealthVerdict(World(), at: now).state == .unknown)
  }

  private func hosted(_ state: ContainerState, _ health: ContainerHealth?, age: Duration = .zero) -> World {
    var world = World()
    var container = ContainerReading(id: "x", name: "bus")
    (container.state, container.health) = (state, health)
    let broker = Broker(name: "bus", profile: "streambus", role: "broker", container: "bus")
    let readAt = Moment(wall: now.wall, uptime: now.uptime - age)
    world.replace(
      \.containers, with: ContainersSection(containers: [container]), readAt: readAt, staleAfter: .seconds(30)
    )
    world.replace(
      \.discovery, with: DiscoverySection(brokers: [broker]), readAt: now, staleAfter: .seconds(30))
    return world
  }

  @Test func `a container's state and its check are its broker's, as long as they are fresh`() {
    #expect(HealthVerdict(hosted(.running, .healthy), at: now).state == .healthy)
    #expect(HealthVerdict(hosted(.running, .unhealthy), at: now).state == .degraded)
    #expect(HealthVerdict(hosted(.exited, nil), at: now).state == .down)
    let old = HealthVerdict(hosted(.exited, nil, age: .seconds(31)), at: now)
    #expect(old.state == .unknown && old.brokers.first?.causes.map(\.kind) == [.readingLate])
  }

  @Test func `a process that has just started is starting, and one that is gone is down`() {
    func running(_ isUp: Bool, age: Int64) -> World {
      var world = world(false)
      var process = ProcessReading(
        name: "kafka-1", facts: ProcessFacts(profile: "kafka", role: "broker", name: "kafka-1"), isUp: isUp)
      process.startTime = Timestamp(seconds: 1_700_000_000 - age)
      world.replace(
        \.processes, with: ProcessesSection(processes: [process]), readAt: now, staleAfter: .seconds(30))
      return world
    }
    #expect(HealthVerdict(running(true, age: 10), at: now).state == .starting)
    #expect(HealthVerdict(running(true, age: 3600), at: now).state == .down)
    #expect(HealthVerdict(running(false, age: 10), at: now).state == .down)
  }

  @Test func `a unit and a disk are their broker's, and what we may not see is nobody's trouble`() {
    func hosted(_ state: UnitState, free: UInt64, problem: String? = nil) -> HealthState {
      var world = World()
      let broker = Broker(
        name: "bus", profile: "streambus", role: "broker",
        dataDirectories: [DataDirectoryFact(path: "/data", hostPath: "/srv")], unit: "bus.service")
      var directory = DataDirectoryReading(path: "/srv")
      (directory.totalBytes, directory.availableBytes) = (100, free)
      directory.problems[.space] = problem
      world.replace(
        \.units, with: UnitsSection(units: [UnitReading(name: "bus.service", state: state)]), readAt: now,
        staleAfter: .seconds(30))
      world.replace(
        \.dataDirectories, with: DataDirectoriesSection(directories: [directory]), readAt: now,
        staleAfter: .seconds(30))
      world.replace(
        \.discovery, with: DiscoverySection(brokers: [broker]), readAt: now, staleAfter: .seconds(30))
      return HealthVerdict(world, at: now).state
    }
    #expect(hosted(.active, free: 50) == .healthy)
    #expect(hosted(.failed, free: 50) == .down)
    #expect(hosted(.activating, free: 50) == .starting)
    #expect(hosted(.active, free: 9) == .degraded)
    #expect(hosted(.active, free: 50, problem: "disk_error") == .degraded)
    #expect(hosted(.active, free: 50, problem: "permission") == .healthy)
  }
}
