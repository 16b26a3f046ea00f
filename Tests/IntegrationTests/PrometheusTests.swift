import TestSupport
import Testing

@Suite(
  .enabled(if: PeerProgram.isUsable("prometheus", requiredAs: "prometheus"), "prometheus is not installed"))
struct PrometheusTests {
  struct Scraper: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let arguments: [String]
    var needsPeer: Bool { arguments.contains("--peer") }
  }

  static let scrapers = [
    Scraper(testDescription: "Debian's, OpenMetrics", arguments: []),
    Scraper(testDescription: "a new one, OpenMetrics", arguments: ["--peer", "--format", "openmetrics"]),
    Scraper(testDescription: "a new one, text", arguments: ["--peer", "--format", "text"]),
    Scraper(testDescription: "a new one, not compressed", arguments: ["--peer", "--identity"]),
  ].filter { !$0.needsPeer || PeerProgram.folder != nil }

  private func expectScraped(by bed: Bed, _ page: String) async throws {
    #expect(bed.facts["health"] == "up", "\(bed.facts["error"] ?? "")")
    #expect(try await bed.query("up{job=\"bed\"}") == "1")
    let served = page.split(separator: "\n").count { !$0.hasPrefix("#") }
    #expect(try await bed.query("scrape_samples_scraped{job=\"bed\"}").flatMap { Int($0) } == served)
  }

  @Test(arguments: scrapers)
  func `a real Prometheus takes every sample`(scraper: Scraper) async throws {
    let folder = try TemporaryDirectory()
    let daemon = try await RunningDaemon(["--config.file", try folder.steadySettings()])
    try await eventually("the first reading") { try await daemon.sample("brokerwatch_up") == "1" }
    let bed = try await Bed("prometheus", scraper.arguments + ["--target", daemon.url()])
    try await expectScraped(by: bed, try await daemon.get("/metrics"))
  }

  @Test(arguments: scrapers)
  func `so it does through TLS with a password`(scraper: Scraper) async throws {
    let web = try WebFolder()
    try await web.certify(authority: "authority", "server")
    let hash = try await Command("htpasswd", "-nbBC", "4", "prometheus", "open sesame")
    let user = hash.output.split(separator: "\n").first?.split(separator: ":").last.map(String.init) ?? ""
    try web.configure(
      """
      tls_server_config: {cert_file: server.pem, key_file: server.key}
      basic_auth_users: {prometheus: '\(user)'}
      """)
    let daemon = try await RunningDaemon(
      ["--config.file", try web.folder.steadySettings(), "--web.config.file", web.configuration])
    try await eventually("the first reading") {
      try await securePage(daemon, web).contains("brokerwatch_up 1")
    }
    let bed = try await Bed(
      "prometheus",
      scraper.arguments + [
        "--target", daemon.url(scheme: "https"), "--ca", web.file("authority.pem"), "--server-name",
        "localhost", "--user", "prometheus",
        "--password", "open sesame",
      ])
    try await expectScraped(by: bed, try await securePage(daemon, web))
  }

  private func securePage(_ daemon: RunningDaemon, _ web: WebFolder) async throws -> String {
    try await daemon.getSecurely("--cacert", web.file("authority.pem"), "-u", "prometheus:open sesame")
  }
}
