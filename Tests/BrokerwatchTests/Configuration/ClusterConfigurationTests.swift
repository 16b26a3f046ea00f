import Kafka
import Monitor
import Patterns
import Settings
import Systemd
import Testing
import Transport

@testable import brokerwatch

@Suite struct ClusterConfigurationTests {
  @Test func `without a word about clusters Kafka's usual place is tried quietly`() throws {
    for text in ["", "clusters: null", "log: {level: debug}"] {
      let clusters = try configuration(text).clusterEntries
      #expect(clusters.map(\.collectorName) == ["cluster"])
      #expect(clusters.map(\.isEnabled) == [true])
      #expect(clusters.flatMap { $0.settings.candidates() } == [.usual])
      #expect(clusters.first?.settings.scope == .broker)
      #expect(clusters.first?.settings.topics.includes("orders") == true)
      #expect(clusters.first?.settings.topics.includes("__consumer_offsets") == false)
    }
    #expect(try configuration("clusters: []").clusterEntries.isEmpty)
    #expect(
      try configuration("collectors: {cluster: {enabled: false}}").clusterEntries.map(\.isEnabled) == [
        false
      ])
  }

  @Test func `every key of a cluster reaches its collector`() throws {
    let settings = try onlyCluster(
      """
      clusters:
        - name: main
          bootstrap: ["kafka-1:9092", "[::1]:9093"]
          scope: broker
          interval: 4s
          stale_after: 5s
          request_timeout: 700ms
          tls: {ca_file: ca.pem, cert_file: /run/c.pem, key_file: c.key, server_name: kafka, minimum_version: 1.3, verify: false}
          topics: {include: ["orders.*", pay], exclude: [".*-dlq"]}
          groups: {exclude: ["console-consumer-[0-9]+"]}
          granularity: lags
          series_budget: 5000
          expected_brokers: 3
          assignments: true
          read_records: true
          canary: {enabled: true, topic: canary, interval: 30s}
      """)
    #expect(settings.collectorName == "cluster/main")
    #expect(settings.label == "main")
    #expect(
      settings.candidates() == [
        BrokerCandidate(host: "kafka-1", port: 9092, source: .configured),
        BrokerCandidate(host: "::1", port: 9093, source: .configured),
      ])
    #expect(settings.scope == .broker)
    #expect(settings.interval == .seconds(4))
    #expect(settings.staleAfter == .seconds(5))
    #expect(settings.requestDeadline == .milliseconds(700))
    #expect(
      settings.tls
        == TLSSettings(
          authorityFile: "/etc/bw/ca.pem",
          identity: .init(certificateFile: "/run/c.pem", keyFile: "/etc/bw/c.key"), serverName: "kafka",
          minimumVersion: .v1_3, verification: .off))
    #expect(
      ["orders", "orders.v1-dlq", "pay", "payments"].filter(settings.topics.includes) == ["orders", "pay"])
    #expect(
      ["billing", "console-consumer-12", "console-consumer"].filter(settings.groups.includes) == [
        "billing", "console-consumer",
      ])
    #expect(settings.granularity == .lags)
    #expect(settings.seriesBudget == 5000)
    #expect(settings.expectedBrokers == 3)
    #expect(settings.showsAssignments && settings.readsRecords && settings.canary.isEnabled)
    #expect(settings.canary.topic == "canary")
    #expect(settings.canary.interval == .seconds(30))
  }

  @Test func `a cluster is logged in to as the file says`() throws {
    let loop = try EventLoop(name: "test")
    defer { loop.stop() }
    let client = try HTTPClient(on: loop, userAgent: "test")
    func credentials(_ sasl: String) throws -> (any SASLCredentialSource)? {
      let read = try configuration(
        "clusters: [{sasl: {\(sasl)}}]", files: ["/etc/bw/kafka.pass": "s3cret\n"])
      return read.clusters?.first?.sasl?.credentials(client, on: loop)
    }
    for (name, way) in [
      ("PLAIN", .plain), ("SCRAM-SHA-256", .scramSHA256), ("SCRAM-SHA-512", .scramSHA512),
    ] as [(String, PasswordMechanism)] {
      let made = try credentials("mechanism: \(name), username: monitor, password_file: kafka.pass")
      #expect(made as? SASLCredentials == SASLCredentials(way, user: "monitor", password: "s3cret"))
    }
    let tokens = [
      "token_file: t", "token_url: 'https://idp/token', client_id: a, client_secret: b, scope: kafka",
    ]
    for source in tokens {
      let made = try credentials("mechanism: OAUTHBEARER, oauth: {\(source)}")
      #expect(made is BearerCredentials)
      #expect(made?.mechanism == .oauthBearer)
    }
    for aws in [
      "", ", aws: {region: eu-central-1, profile: kafka}", ", aws: {access_key_id: a, secret_access_key: b}",
    ] {
      #expect(try credentials("mechanism: AWS_MSK_IAM\(aws)") is MSKIAMCredentials)
    }
  }

  @Test func `what a cluster leaves out has its default`() throws {
    let settings = try onlyCluster("clusters: [{interval: 4s, tls: {}}]")
    #expect(settings.collectorName == "cluster")
    #expect(settings.label == nil)
    #expect(
      settings.candidates() == [BrokerCandidate(host: "127.0.0.1", port: 9092, source: .configured)])
    #expect(settings.staleAfter == .seconds(12))
    #expect(settings.requestDeadline == .seconds(1))
    #expect(settings.tls == TLSSettings())
    #expect(!settings.canary.isEnabled && !settings.readsRecords && !settings.showsAssignments)
    #expect(settings.canary.interval == .seconds(4))
    #expect(settings.expectedBrokers == nil)
    #expect(try onlyCluster("clusters: [{}]").requestDeadline == .seconds(2))
    #expect(try onlyCluster("clusters: [{}]").tls == nil)
  }

  @Test(
    arguments: [
      ("['127.0.0.1:9092']", .broker), ("['localhost:9092']", .broker), ("['[::1]:9092']", .broker),
      ("['kafka-1:9092']", .cluster), ("['127.0.0.1:9092', '127.0.0.1:9093']", .cluster),
    ] as [(String, ClusterScopeChoice)])
  func `whoever names one broker of this host is its sidecar`(
    bootstrap: String, scope: ClusterScopeChoice
  ) throws {
    #expect(try onlyCluster("clusters: [{bootstrap: \(bootstrap)}]").scope == scope)
  }

  @Test func `each of several clusters is a collector, which keeps its name whatever comes beside it`() throws
  {
    let text = """
      clusters:
        - {name: a, bootstrap: ["h:1"]}
        - {name: b, bootstrap: ["h:1"], enabled: false}
        - {bootstrap: ["h:1"]}
      """
    let two = try configuration(text).clusterEntries
    #expect(two.map(\.collectorName) == ["cluster/a", "cluster/b", "cluster"])
    #expect(two.map(\.isEnabled) == [true, false, true])
    let three = try configuration(text + "\n  - {bootstrap: [\"h:2\"]}").clusterEntries
    #expect(
      three.map(\.collectorName) == ["cluster/a", "cluster/b", "cluster/h:1", "cluster/h:2"])
  }

  @Test func `the flag makes one cluster out of its addresses, all of it`() throws {
    let invocation = try CommandLineParser.parse([
      "--kafka.bootstrap", "kafka-1:9092", "--kafka.bootstrap=kafka-2:9092",
    ])
    var overridden = try configuration("clusters: [{name: a}, {name: b}]")
    for override in invocation.overrides { override.apply(&overridden) }
    let clusters = overridden.clusterEntries
    #expect(clusters.map(\.collectorName) == ["cluster"])
    #expect(clusters.first?.settings.candidates().map(\.host) == ["kafka-1", "kafka-2"])
    #expect(clusters.first?.settings.scope == .cluster)
    let error = #expect(throws: UsageError.self) { try CommandLineParser.parse(["--kafka.bootstrap=kafka"]) }
    #expect(
      error?.description
        == "brokerwatch: expected an address like kafka-1:9092 for --kafka.bootstrap, found 'kafka'; it needs a colon and a port"
    )
  }

  private func onlyCluster(_ text: String, files: [String: String] = [:]) throws -> ClusterCollectorSettings {
    let clusters = try configuration(text, files: files).clusterEntries
    #expect(clusters.count == 1)
    return try #require(clusters.first).settings
  }
}
