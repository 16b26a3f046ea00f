import Glibc
import TestSupport
import Testing

extension KafkaProofs {
  /// The users that docs/kafka.md speaks of, on listeners with TLS and SCRAM.
  @Suite struct RightsTests {
    private let cluster: RealCluster
    private let folder: TemporaryDirectory

    init() throws {
      cluster = try #require(RealCluster.current)
      folder = try TemporaryDirectory()
    }

    /// The commands of the page, as somebody would copy them.
    private func documentedCommands() throws -> String {
      let page = try Repository.text(of: "docs/kafka.md")
      let section = try #require(page.components(after: "## Which rights it needs"))
      let block = try #require(section.components(after: "```sh\n"))
      return block.split(separator: "```").first.map(String.init) ?? ""
    }

    private func grantDocumentedRights() async throws {
      let admin = [
        "security.protocol=SASL_SSL", "sasl.mechanism=SCRAM-SHA-256", "ssl.truststore.type=PEM",
        "ssl.truststore.location=\(cluster.certificate("ca.pem"))",
        "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required "
          + "username=\"admin\" password=\"admin-secret\";",
      ]
      _ = try folder.write(Array(admin.joined(separator: "\n").utf8), to: "admin.properties")
      let tool = "#!/bin/sh\nexec \(cluster.program) run \(cluster.folder) acls \"$@\"\n"
      let path = try folder.write(Array(tool.utf8), to: "kafka-acls.sh")
      unsafe chmod(path, 0o755)
      let script = """
        set -e; cd \(folder.path); PATH=\(folder.path):$PATH; BOOTSTRAP=\(cluster.address(.saslSSL, of: 1))
        \(try documentedCommands())
        """
      let done = try await Command("sh", ["-c", script], within: .seconds(90))
      #expect(done.status == 0, "\(done.output) \(done.errors)")
    }

    private func makeUser(_ name: String) async throws {
      try await cluster.ask(
        "configs", "--alter", "--entity-type", "users", "--entity-name", name, "--add-config",
        "SCRAM-SHA-256=[password=\(name)-secret]")
    }

    private func daemon(_ user: String, password: String? = nil, authority: Bool = true, at node: Int? = nil)
      async throws -> RunningDaemon
    {
      let nodes = node.map { [$0] } ?? Array(cluster.brokers)
      return try await RunningDaemon.watching(
        nodes.map { cluster.address(.saslSSL, of: $0) },
        [
          authority ? "tls: {ca_file: '\(cluster.certificate("ca.pem"))'}" : "tls: {}",
          "sasl: {mechanism: SCRAM-SHA-256, username: \(user), password: \(password ?? "\(user)-secret")}",
        ])
    }

    /// The series of the cluster, by name and labels, without those that tell of addresses.
    private func series(_ page: MetricsPage) -> Set<String> {
      let names = page.samples.filter { $0.name.hasPrefix("broker_") && $0.name != "broker_info" }.filter {
        !$0.name.hasPrefix("broker_probe_") && !$0.name.hasPrefix("broker_listener_certificate")
      }
      return Set(
        names.map { sample in
          sample.name + sample.labels.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        })
    }

    @Test func `the documented rights show everything, and none show what is missing`() async throws {
      try await cluster.createTopic("visible", partitions: 3, replicas: 3)
      try await cluster.produce(["a", "b"], to: "visible", partition: 0)
      try await cluster.consume(1, of: "visible", as: "seen")
      async let known: Void = makeUser("brokerwatch")
      async let unknown: Void = makeUser("nobody")
      async let granted: Void = grantDocumentedRights()
      _ = try await (known, unknown, granted)
      let all = try await RunningDaemon.watching(cluster)
      let least = try await daemon("brokerwatch")
      let nobody = try await daemon("nobody")
      let whole = try await all.page { $0.isWhole }
      let seen = try await least.page { $0.isWhole && series($0) == series(whole) }
      #expect(seen.samples(of: "brokerwatch_unread").isEmpty)
      #expect(!seen.values(of: "broker_log_dir_size_bytes").isEmpty)
      #expect(!seen.values(of: "broker_topic_min_insync_replicas").isEmpty)
      let hidden = try await nobody.page { page in
        let refused = page.samples(of: "brokerwatch_unread", ["reason": "CLUSTER_AUTHORIZATION_FAILED"])
        return Set(refused.compactMap { $0.labels["part"] }) == ["log_dirs", "quorum", "reassignments"]
      }
      #expect(cluster.brokers.allSatisfy { hidden.isUp($0) == true })
      #expect(hidden.values(of: "broker_metadata_frozen").isEmpty)
      for daemon in [all, least, nobody] { #expect(try await daemon.terminate() == 0) }
    }

    private func expectOneLine(_ daemon: RunningDaemon, _ words: String) async throws {
      let failed = ["collector": "cluster/main", "reason": "refused"]
      try await daemon.page { ($0.value(of: "brokerwatch_collector_errors_total", failed) ?? 0) >= 4 }
      let lines = daemon.process.standardError.lines.filter {
        $0.contains("level=warn") && $0.contains(words)
      }
      #expect(lines.count == 1, "\(daemon.process.standardError.lines)")
      #expect(try await daemon.get("/").contains(words))
      #expect(try await daemon.terminate() == 0)
    }

    @Test func `a wrong password, an unknown authority and an expired certificate are told in one line`()
      async throws
    {
      try await expectOneLine(daemon("admin", password: "wrong"), "the user or the password")
      try await expectOneLine(daemon("admin", authority: false), "unable to get local issuer certificate")
      try await showExpired(on: 2)
      try await expectOneLine(daemon("admin", at: 2), "certificate has expired")
      try await cluster.ask(
        "configs", "--entity-type", "brokers", "--entity-name", "2", "--alter", "--delete-config",
        ["location", "password", "type"].map { "listener.name.sasl_ssl.ssl.keystore.\($0)" }
          .joined(separator: ","))
    }

    /// The broker takes another certificate while it runs.
    private func showExpired(on node: Int) async throws {
      let script = """
        set -e; cd \(cluster.folder)/tls
        openssl req -newkey rsa:2048 -nodes -subj /CN=broker -keyout expired.key -out expired.csr
        openssl x509 -req -in expired.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days -1 -extfile broker.ext \
          -out expired.pem
        openssl pkcs12 -export -inkey expired.key -in expired.pem -passout pass:secret12 -out expired.p12
        """
      #expect(try await Command("sh", "-c", script).status == 0)
      let settings = [
        "location=\(cluster.folder)/tls/expired.p12", "password=secret12", "type=PKCS12",
      ]
      try await cluster.ask(
        "configs", "--entity-type", "brokers", "--entity-name", "\(node)", "--alter", "--add-config",
        settings.map { "listener.name.sasl_ssl.ssl.keystore.\($0)" }.joined(separator: ","))
    }
  }
}

extension MetricsPage {
  /// After so many readings that every job has had its turn, and with nothing left out.
  fileprivate var isWhole: Bool {
    (value(of: "brokerwatch_kafka_requests_total", ["api": "Metadata"]) ?? 0) >= 10
      && samples(of: "brokerwatch_unread").isEmpty
  }
}

extension String {
  fileprivate func components(after text: String) -> String? {
    guard let range = firstRange(of: text) else { return nil }
    return String(self[range.upperBound...])
  }
}
