import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct ProcessRecognizerTests {
  private let host: HostFixture

  init() throws {
    host = try HostFixture()
  }

  private func recognise(
    _ arguments: [String], executable: String? = "/usr/bin/java", cgroups: [String] = [], used: [String] = []
  ) -> ProcessFacts? {
    ProcessRecognizer(profiles: ProfileCatalog(own: [], used: used), procfs: host.procfs).recognise(
      .example(executable, arguments, workingDirectory: "/opt/kafka", cgroups: cgroups))
  }

  @Test func `Kafka: its file, its overrides, its directories, its jar and its agent`() async throws {
    try await host.put([
      "/opt/kafka/config/server.properties":
        "broker.id=1\nlisteners=PLAINTEXT://:9092\nlog.dirs=/data/a,logs\nssl.key.password=hush\n",
      "/opt/kafka/logs/meta.properties": "version=0\nbroker.id=3\ncluster.id=abc-DEF_123\n",
    ])
    let facts = try #require(
      recognise(
        [
          "java", "-javaagent:/opt/jmx_prometheus_javaagent.jar=7071:/x.yml", "-cp",
          "/l/kafka_2.13-3.9.2.jar",
          "kafka.Kafka", "config/server.properties", "--override", "broker.id=3", "--override",
          "ssl.key.password=hush",
        ], cgroups: ["/system.slice/kafka.service"]))
    #expect(facts.profile == "kafka" && facts.role == "broker" && facts.name == "kafka-3")
    #expect(facts.broker == "3" && facts.clusterID == "abc-DEF_123" && facts.version == "3.9.2")
    #expect(facts.listeners.map(\.port) == [9092] && facts.jmxAgentPort == 7071)
    #expect(facts.unit == "kafka.service" && facts.container == nil)
    #expect(
      facts.dataDirectories == [
        DataDirectoryFact(path: "/data/a", hostPath: "/data/a"),
        DataDirectoryFact(path: "/opt/kafka/logs", hostPath: "/opt/kafka/logs"),
      ])
    #expect(facts.problems.isEmpty)
    let told = facts.findings.map { "\($0.source): \($0.statement)" }.joined(separator: "\n")
    #expect(told.contains("/opt/kafka/config/server.properties") && !told.contains("hush"))
  }

  @Test func `a container's files are looked for through its root, and its links stay in there`() async throws
  {
    let id = String(repeating: "ab", count: 32)
    try await host.put(["/etc/real.properties": "node.id=5\nprocess.roles=broker\nlog.dirs=/var/lib/kafka\n"])
    _ = try await Command("ln", "-s", "/etc/real.properties", host.directory.file("42/root/link.properties"))
    let facts = try #require(
      recognise(["java", "kafka.Kafka", "/link.properties"], cgroups: ["/docker/\(id)"]))
    #expect(facts.broker == "5" && facts.container == id)
    #expect(
      facts.dataDirectories == [
        DataDirectoryFact(
          path: "/var/lib/kafka", hostPath: host.directory.file("42/root/var/lib/kafka"))
      ])
  }

  @Test func `where the file is missing, the image's variables tell, and the problem is said`() async throws {
    try await host.put(
      "KAFKA_NODE_ID=4\0KAFKA_LISTENERS=PLAINTEXT://:9092\0KAFKA_SSL_KEY_PASSWORD=hush\0", to: "environ")
    let facts = try #require(recognise(["java", "kafka.Kafka", "/missing.properties"]))
    #expect(facts.broker == "4" && facts.listeners.map(\.port) == [9092])
    #expect(facts.problems == ["/missing.properties does not exist"])
    #expect(!"\(facts)".contains("hush"))
  }

  @Test func `nothing can be read, and still it is known to be a broker`() throws {
    let id = String(repeating: "ab", count: 32)
    let facts = try #require(recognise(["java", "kafka.Kafka", "/x.properties"], cgroups: ["/docker/\(id)"]))
    #expect(facts.name == "kafka" && facts.broker == nil && facts.listeners.isEmpty)
    #expect(facts.problems.count == 1)
  }

  @Test func `a pipe in the file's place, and a giant, are problems and hold nobody`() async throws {
    try await host.put("", to: "environ")
    _ = try await Command("mkfifo", host.directory.file("42/root/pipe"))
    #expect(
      recognise(["java", "kafka.Kafka", "/pipe"])?.problems == ["cannot read /pipe: it is no regular file"])
    _ = try await Command("truncate", "-s", "2M", host.directory.file("42/root/giant"))
    #expect(
      recognise(["java", "kafka.Kafka", "/giant"])?.problems
        == ["cannot read /giant: it is larger than 1048576 bytes"])
  }

  @Test func `Redpanda by its file`() async throws {
    try await host.put([
      "/etc/redpanda/redpanda.yaml": "redpanda: {node_id: 2, kafka_api: [{address: 0.0.0.0, port: 9092}]}"
    ])
    let facts = try #require(
      recognise(
        ["redpanda", "--redpanda-cfg", "/etc/redpanda/redpanda.yaml"],
        executable: "/opt/redpanda/libexec/redpanda"))
    #expect(facts.name == "redpanda-2" && facts.listeners.map(\.port) == [9092])
  }

  @Test func `a broker of a profile: variables before the file, the file before what is usual`() async throws
  {
    try await host.put([
      "/etc/broker/config.yaml": "node: {id: b7, data_dir: /srv}\nnetwork: {grpc_port: 8099}\n"
    ])
    try await host.put("BROKER_RAFT_PORT=9999\0BROKER_TOKEN=hush\0", to: "environ")
    let facts = try #require(
      recognise(["/usr/bin/broker"], executable: "/usr/bin/broker", used: ["distributed-broker"]))
    #expect(facts.profile == "distributed-broker" && facts.name == "distributed-broker-b7")
    #expect(
      facts.listeners.map { "\($0.name) \($0.port)" } == [
        "clients 8099", "raft 9999", "data 9180", "metrics 9090",
      ])
    #expect(facts.dataDirectories.map(\.path) == ["/srv"])
    #expect(!"\(facts)".contains("hush"))
  }

  @Test func `a script's words are its settings`() throws {
    let facts = try #require(
      recognise(
        ["python3", "broker.py", "3", "9093"], executable: "/usr/bin/python3", used: ["message-queue"]))
    #expect(facts.broker == "3" && facts.listeners.map(\.port) == [9093])
    #expect(facts.dataDirectories.map(\.path) == ["/var/lib/message-queue/data"])
  }

  @Test func `a release is found in a folder of jars, too`() async throws {
    try await host.put(["/opt/kafka/libs/kafka_2.13-4.1.0.jar": "", "/s.properties": "node.id=1"])
    #expect(
      recognise(["java", "-cp", "/opt/kafka/libs/*", "kafka.Kafka", "/s.properties"])?.version == "4.1.0")
  }

  @Test func `nodes that nobody can tell apart by their ids go by their units`() throws {
    let facts = recognise(["java", "kafka.Kafka", "/none"], cgroups: ["/system.slice/kafka@blue.service"])
    #expect(facts?.name == "kafka@blue")
  }
}
