import TestSupport
import Testing

/// The built executable and a real broker that wants to know who asks.
@Suite(
  .enabled(if: RealCluster.isUsable, RealCluster.whyNot),
  .realCluster(RealCluster.Options(isSecure: true)), .serialized)
struct SecureClusterTests {
  private let cluster: RealCluster
  private let directory: TemporaryDirectory

  init() throws {
    cluster = try #require(RealCluster.current)
    directory = try TemporaryDirectory()
  }

  private func daemon(_ listener: RealCluster.Listener, _ keys: String) async throws -> RunningDaemon {
    let text = "clusters: [{name: main, bootstrap: ['\(cluster.address(listener))'], interval: 5s, \(keys)}]"
    return try await RunningDaemon(["--config.file", try directory.write(Array(text.utf8), to: "bw.yaml")])
  }

  @Test(arguments: ["SCRAM-SHA-256", "SCRAM-SHA-512", "PLAIN"])
  func `the settings log in through TLS, with the password in a file`(mechanism: String) async throws {
    _ = try directory.write(Array("admin-secret\n".utf8), to: "kafka.pass")
    let daemon = try await daemon(
      .saslSSL,
      "tls: {ca_file: \(cluster.certificate("ca.pem"))}, sasl: {mechanism: \(mechanism), username: admin, password_file: kafka.pass}"
    )
    try await daemon.page { $0.value(of: "broker_up", ["cluster": "main"]) == 1 }
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `a client certificate is shown`() async throws {
    let daemon = try await daemon(
      .ssl,
      "tls: {ca_file: \(cluster.certificate("ca.pem")), cert_file: \(cluster.certificate("client.pem")), key_file: \(cluster.certificate("client.key"))}"
    )
    try await daemon.page {
      $0.value(of: "brokerwatch_collector_success", ["collector": "cluster/main"]) == 1
    }
    #expect(try await daemon.terminate() == 0)
  }

  @Test(
    arguments: [
      (
        "tls: {ca_file: CA}, sasl: {mechanism: PLAIN, username: admin, password: wrong}",
        "the user or the password"
      ),
      ("tls: {}, sasl: {mechanism: PLAIN, username: admin, password: admin-secret}", "CA file"),
      ("sasl: {mechanism: PLAIN, username: admin, password: admin-secret}", "whether it wants TLS"),
    ])
  func `what keeps us out is told in one clear line`(keys: String, hint: String) async throws {
    let ca = cluster.certificate("ca.pem")
    let daemon = try await daemon(.saslSSL, keys.split(separator: "CA").joined(separator: ca))
    let line = try await daemon.process.standardError.line(containing: "msg=\"collector fails\"")
    #expect(line.contains(hint))
    #expect(!line.contains("wrong'") && !line.contains("admin-secret"))
    #expect(try await daemon.terminate() == 0)
  }
}
