import Model
import Patterns
import Testing

@testable import Monitor

@Suite struct BrokerAssemblyTests {
  private let id = String(repeating: "ab", count: 32)

  private func kafka(
    _ node: String, port: UInt16 = 9092, container: String? = nil, cluster: String? = "c1",
    listeners: [ListenerFact]? = nil, rendezvous: String? = nil
  ) -> ProcessFacts {
    ProcessFacts(
      profile: "kafka", role: "broker", name: "kafka-\(node)", broker: node, clusterID: cluster,
      listeners: listeners ?? [ListenerFact(name: "PLAINTEXT", port: port, securityProtocol: "PLAINTEXT")],
      dataDirectories: [DataDirectoryFact(path: "/data/\(node)", hostPath: "/data/\(node)")],
      container: container, unit: container == nil ? "kafka@\(node).service" : nil, rendezvous: rendezvous)
  }

  private func sights(_ processes: [ProcessFacts]) -> [ProcessSight] {
    processes.map { ProcessSight(name: $0.name, facts: $0) }
  }

  private func section(_ processes: ProcessFacts...) -> DiscoverySection {
    section(HostSights(processes: sights(processes)))
  }

  private func section(_ sights: HostSights, used: [String] = []) -> DiscoverySection {
    BrokerAssembly.section(sights, ProfileCatalog(own: [], used: used))
  }

  @Test func `a process has its container, its mounts and its published port`() throws {
    let container = ContainerSight(
      id: id, name: "broker-1", image: "apache/kafka:4.0.0",
      ports: [.init(inside: 9092, host: nil, outside: 19092)],
      mounts: [.init(source: "/srv/kafka", destination: "/data")])
    let section = section(
      HostSights(processes: sights([kafka("1", container: id)]), containers: [container], units: []))
    let broker = try #require(section.brokers.first)
    #expect(section.brokers.count == 1 && broker.name == "1" && broker.container == "broker-1")
    #expect(broker.access.map { "\($0.host):\($0.port)" } == ["127.0.0.1:19092"])
    #expect(broker.dataDirectories == [DataDirectoryFact(path: "/data/1", hostPath: "/srv/kafka/1")])
    #expect(section.names.containers == ["broker-1": "1"] && section.names.processes == ["kafka-1": "1"])
    #expect(section.names.dataDirectories == ["/srv/kafka/1": "1"] && section.names.units.isEmpty)
  }

  @Test func `a unit without its process is a broker of its own, one with it is not`() {
    let section = section(
      HostSights(
        processes: sights([kafka("1")]), containers: [],
        units: [
          UnitSight(name: "kafka@1.service"), UnitSight(name: "redpanda.service"),
          UnitSight(name: "ssh.service"),
        ]))
    #expect(section.brokers.map(\.name) == ["1", "redpanda"])
    #expect(section.names.units == ["kafka@1.service": "1", "redpanda.service": "redpanda"])
  }

  @Test func `a container whose processes nobody may see is known by its image and variables`() throws {
    let container = ContainerSight(
      id: id, name: "k2", image: "confluentinc/cp-kafka:7.6.0",
      environment: ["KAFKA_NODE_ID": "2", "KAFKA_LISTENERS": "PLAINTEXT://:29092"],
      ports: [.init(inside: 29092, host: "10.0.0.9", outside: 9092)])
    let broker = try #require(
      section(HostSights(processes: [], containers: [container], units: [])).brokers.first)
    #expect(broker.name == "2" && broker.profile == "kafka")
    #expect(broker.access.map { "\($0.host):\($0.port)" } == ["10.0.0.9:9092"])
  }

  @Test func `seeds' containers are found when somebody asks for their profile`() {
    let containers = [
      ContainerSight(id: id, name: "broker-1", image: "broker:latest"),
      ContainerSight(id: String(id.reversed()), name: "db", image: "postgres"),
    ]
    let sights = HostSights(processes: [], containers: containers, units: [])
    #expect(section(sights).brokers.isEmpty)
    #expect(section(sights, used: ["distributed-broker"]).brokers.map(\.name) == ["broker-1"])
    let labelled = ContainerSight(id: id, name: "x", image: "x", labels: ["app": "message-queue"])
    #expect(
      section(HostSights(processes: [], containers: [labelled], units: []), used: ["message-queue"]).brokers
        .map(
          \.profile) == ["message-queue"])
  }

  @Test(
    arguments: [
      // Bound to every address: loopback leads there.
      (ListenerFact(name: "A", port: 9092), false, "127.0.0.1:9092"),
      (ListenerFact(name: "A", host: "10.0.0.1", port: 9092), false, "10.0.0.1:9092"),
      // In a network of its own, without a published port.
      (ListenerFact(name: "A", port: 9092), true, nil),
      (
        ListenerFact(name: "A", port: 9092, advertisedHost: "kafka.example", advertisedPort: 9094), true,
        "kafka.example:9094"
      ),
      (ListenerFact(name: "A", port: 9092, advertisedHost: "localhost", advertisedPort: 9092), true, nil),
    ] as [(ListenerFact, Bool, String?)])
  func `a listener is reached where it is bound, or as it is advertised`(
    listener: ListenerFact, isElsewhere: Bool, place: String?
  ) {
    let ways = ListenerAccess(listeners: [listener], container: nil, isElsewhere: isElsewhere)
    #expect(ways.all.first.map { "\($0.host):\($0.port)" } == place)
    #expect(ways.problems.isEmpty == (place != nil))
  }

  @Test func `brokers of one cluster are asked together, of two apart`() {
    let clusters = DiscoveredCluster.all(
      section(
        HostSights(
          processes: sights([
            kafka("1", port: 9092), kafka("2", port: 9093), kafka("3", port: 9094, cluster: "c2"),
          ]), containers: [], units: [])))
    #expect(clusters.map(\.id) == ["c1", "c2"] && clusters.map(\.brokerCount) == [2, 1])
    #expect(clusters.first?.candidates.map(\.description) == ["127.0.0.1:9092", "127.0.0.1:9093"])
    #expect(clusters.allSatisfy { $0.candidates.allSatisfy { $0.source == .discovered } })
  }

  @Test func `where an id may not be read, those who seek the same quorum belong together`() {
    let clusters = DiscoveredCluster.all(
      section(
        HostSights(
          processes: sights([
            kafka("1", port: 9092, cluster: nil, rendezvous: "q"), kafka("2", port: 9093, rendezvous: "q"),
            kafka("3", port: 9094, cluster: nil, rendezvous: "other"), kafka("4", port: 9095, cluster: nil),
          ]), containers: [], units: [])))
    #expect(clusters.map(\.brokerCount) == [2, 1, 1])
    #expect(clusters.first?.id == "c1")
  }

  @Test func `listeners that want a login are no place to ask, and that is said`() throws {
    let secure = ListenerFact(name: "EXTERNAL", port: 9094, securityProtocol: "SASL_SSL")
    let section = section(
      HostSights(processes: sights([kafka("1", listeners: [secure])]), containers: [], units: []))
    let cluster = try #require(DiscoveredCluster.all(section).first)
    #expect(cluster.candidates.isEmpty)
    #expect(
      cluster.obstacle
        == "Of the brokers found on this host, 1: its listeners want certificates or a login (SASL_SSL on 127.0.0.1:9094); name the cluster in 'clusters' with 'tls' or 'sasl'"
    )
  }

  @Test func `a controller is asked where no broker is, and left alone beside one`() {
    let quorum = ListenerFact(name: "C", port: 9093, securityProtocol: "PLAINTEXT", isController: true)
    let controller = ProcessFacts(
      profile: "kafka", role: "controller", name: "kafka-0", broker: "0", clusterID: "c1", listeners: [quorum]
    )
    let alone = DiscoveredCluster.all(
      section(HostSights(processes: sights([controller]), containers: [], units: [])))
    #expect(alone.first?.candidates.map(\.description) == ["127.0.0.1:9093"])
    let both = DiscoveredCluster.all(
      section(HostSights(processes: sights([controller, kafka("1")]), containers: [], units: [])))
    #expect(both.map { $0.candidates.map(\.description) } == [["127.0.0.1:9092"]])
  }

  @Test func `who does not speak Kafka is no cluster`() {
    let facts = ProcessFacts(
      profile: "streambus", role: "broker", name: "streambus",
      listeners: [ListenerFact(name: "clients", port: 9092)])
    let section = section(HostSights(processes: sights([facts]), containers: [], units: []))
    #expect(section.brokers.map(\.name) == ["streambus"])
    #expect(DiscoveredCluster.all(section).isEmpty)
  }

  @Test func `what somebody names is called so, with all that belongs to it`() throws {
    var named = NamedBroker(name: "bus-1")
    named.unit = try NamePattern("streambus\\.service")
    named.container = try NamePattern("bus")
    named.dataDirectories = ["/srv/bus"]
    let sights = HostSights(
      processes: [], containers: [ContainerSight(id: id, name: "bus", image: "streambus:1")],
      units: [UnitSight(name: "streambus.service")])
    let section = BrokerAssembly.section(sights, ProfileCatalog(own: [], used: [], named: [named]))
    let broker = try #require(section.brokers.first)
    #expect(section.brokers.count == 1 && broker.name == "bus-1" && broker.profile == "streambus")
    #expect(broker.container == "bus" && broker.unit == "streambus.service")
    #expect(broker.dataDirectories.map(\.hostPath) == ["/srv/bus"])
    #expect(section.names.units == ["streambus.service": "bus-1"])
    let nobody = BrokerAssembly.section(HostSights(), ProfileCatalog(own: [], used: [], named: [named]))
    #expect(nobody.brokers.map(\.name) == ["bus-1"] && nobody.brokers.first?.problems.count == 1)
  }

  @Test func `a process is named by its command line, whatever else it is`() throws {
    var named = NamedBroker(name: "mine")
    named.command = try NamePattern("/opt/mine/run .*")
    let catalog = ProfileCatalog(own: [], used: [], named: [named])
    let match = try #require(catalog.match(.example("/opt/mine/run", ["/opt/mine/run", "--id", "1"])))
    #expect(match.name == "mine" && match.profile.name == "described" && match.words == ["--id", "1"])
    let facts = ProfileCatalog(own: [], used: [], named: [named])
    let section = BrokerAssembly.section(
      HostSights(processes: sights([ProcessFacts(profile: "described", role: "broker", name: "mine")])), facts
    )
    #expect(section.brokers.map(\.name) == ["mine"] && section.brokers.first?.problems.isEmpty == true)
  }
}
