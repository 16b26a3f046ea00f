import Model
import Monitor
import Testing

@testable import brokerwatch

@Suite struct DiscoveredClusterTests {
  private func broker(
    _ name: String, port: UInt16, cluster: String? = "c1", security: String = "PLAINTEXT"
  ) -> Broker {
    Broker(
      name: name, id: name, profile: "kafka", role: "broker", clusterID: cluster,
      access: [
        BrokerAccess(
          listener: security, host: "127.0.0.1", port: port, securityProtocol: security, isController: false)
      ], process: "kafka-\(name)", problems: security == "PLAINTEXT" ? [] : ["wants a login"])
  }

  private func entries(_ text: String, _ brokers: Broker...) throws -> [ClusterEntry] {
    try configuration(text).clusterEntries(
      discovered: DiscoveredCluster.all(DiscoverySection(brokers: brokers)))
  }

  @Test func `one broker found is watched as its sidecar does`() throws {
    let entry = try #require(try entries("", broker("1", port: 19092)).first)
    #expect(entry.collectorName == "cluster/c1" && entry.isEnabled && entry.source == .discovered)
    #expect(
      entry.settings.candidates() == [BrokerCandidate(host: "127.0.0.1", port: 19092, source: .discovered)])
    #expect(entry.settings.scope == .broker)
  }

  @Test func `several brokers of one cluster are watched as one, all of it`() throws {
    let found = try entries("", broker("1", port: 19092), broker("2", port: 29092))
    #expect(found.map(\.collectorName) == ["cluster/c1"] && found.first?.settings.scope == .cluster)
    #expect(found.first?.settings.candidates().count == 2)
  }

  @Test func `each cluster has a collector of its own`() throws {
    let found = try entries("", broker("1", port: 1), broker("1", port: 2, cluster: "c2"))
    #expect(found.map(\.collectorName) == ["cluster/c1", "cluster/c2"])
  }

  @Test func `what the file says counts, also when it says none`() throws {
    #expect(try entries("clusters: []", broker("1", port: 1)).isEmpty)
    #expect(
      try entries("clusters: [{bootstrap: ['k:1']}]", broker("1", port: 1)).map(\.source) == [.configured])
    #expect(
      try entries("collectors: {cluster: {enabled: false}}", broker("1", port: 1)).map(\.offReason) == [
        "switched off in the configuration"
      ])
  }

  @Test func `how to talk is configured, and where is found`() throws {
    let text = "clusters: [{name: main, tls: {}, sasl: {mechanism: PLAIN, username: u, password: p}}]"
    let secure = try #require(try entries(text, broker("1", port: 9094, security: "SASL_SSL")).first)
    #expect(secure.settings.candidates().map(\.description) == ["127.0.0.1:9094"])
    #expect(secure.source == .discovered && secure.isEnabled && secure.collectorName == "cluster/main")
    let plain = try #require(try entries(text, broker("1", port: 9092)).first)
    #expect(
      plain.settings.candidates().map(\.description) == ["127.0.0.1:9092"] && plain.source == .configured)
    let two = try entries(
      text, broker("1", port: 1, security: "SASL_SSL"),
      broker("1", port: 2, cluster: "c2", security: "SASL_SSL"))
    #expect(two.map(\.source) == [.configured])
  }

  @Test func `nobody found is Kafka's usual place`() throws {
    #expect(try entries("").flatMap { $0.settings.candidates() } == [.usual])
  }

  @Test func `a broker that wants a login is not asked, and the reason is said`() throws {
    let entry = try #require(try entries("", broker("1", port: 1, security: "SASL_SSL")).first)
    #expect(entry.offReason == "Of the brokers found on this host, 1: wants a login")
  }
}
