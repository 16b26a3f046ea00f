import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct HostBoardTests {
  private let store = WorldStore(time: ManualTime())

  private func section(_ names: String..., health: ContainerHealth? = nil) -> ContainersSection {
    ContainersSection(
      containers: names.map { name in
        var container = ContainerReading(id: "id of \(name)", name: name)
        container.image = "apache/kafka:4.1.0"
        container.environment = ["KAFKA_NODE_ID": "\(name.count)"]
        container.health = health
        container.networkMode = "host"
        return container
      })
  }

  @Test func `a reading is there together with whom it belongs to, and only news are told`() throws {
    let changes = Locked(0)
    let board = HostBoard(store: store) { changes.withLock { $0 += 1 } }
    board.publish(\.containers, section("a"), staleAfter: .seconds(30))
    let first = try #require(store.current.discovery)
    #expect(first.value.names.containers == ["a": "1"] && changes.withLock { $0 } == 1)
    // What does not matter for who belongs together makes nothing new.
    board.publish(\.containers, section("a", health: .unhealthy), staleAfter: .seconds(30))
    #expect(store.current.discovery?.version == first.version && changes.withLock { $0 } == 1)
    board.publish(\.containers, section("a", "bb"), staleAfter: .seconds(30))
    #expect(store.current.discovery?.value.brokers.map(\.name) == ["1", "2"] && changes.withLock { $0 } == 2)
    #expect(
      DiscoveredCluster.all(try #require(store.current.discovery).value).flatMap(\.candidates).map(
        \.description)
        == ["127.0.0.1:9092", "127.0.0.1:9092"])
    board.publish(\.containers, section(), staleAfter: .seconds(30))
    #expect(store.current.discovery?.value.brokers.isEmpty == true && changes.withLock { $0 } == 3)
  }

  @Test func `other profiles are used from the next reading on`() throws {
    let board = HostBoard(store: store)
    var container = ContainerReading(id: "x", name: "queue")
    container.labels = ["app": "message-queue"]
    let reading = ContainersSection(containers: [container])
    board.publish(\.containers, reading, staleAfter: .seconds(30))
    #expect(store.current.discovery?.value.brokers.isEmpty == true)
    board.use(ProfileCatalog(own: [], used: ["message-queue"]))
    board.publish(\.containers, reading, staleAfter: .seconds(30))
    #expect(store.current.discovery?.value.brokers.map(\.profile) == ["message-queue"])
  }
}
