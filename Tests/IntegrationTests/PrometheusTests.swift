import FoundationEssentials
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

  private struct Answer: Decodable {
    struct Data: Decodable {
      let result: [Sample]
    }

    struct Sample: Decodable {
      let value: [Value]
    }

    /// Prometheus writes a pair of a number and a text.
    enum Value: Decodable {
      case time(Double)
      case sample(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
          if let time = try? container.decode(Double.self) { .time(time) } else {
            .sample(try container.decode(String.self))
          }
      }
    }

    let data: Data
  }

  private func query(_ expression: String, at url: String) async throws -> String? {
    let command = try await Command(
      "curl",
      ["-sS", "--max-time", "30", "--get", "--data-urlencode", "query=\(expression)", "\(url)/api/v1/query"])
    let answer = try JSONDecoder().decode(Answer.self, from: Data(command.output.utf8))
    guard case .sample(let text)? = answer.data.result.first?.value.last else { return nil }
    return text
  }

  private func expectScraped(by bed: Bed, _ page: String) async throws {
    let url = try #require(bed.facts["url"])
    #expect(bed.facts["health"] == "up", "\(bed.facts["error"] ?? "")")
    #expect(try await query("up{job=\"bed\"}", at: url) == "1")
    let served = page.split(separator: "\n").count { !$0.hasPrefix("#") }
    #expect(try await query("scrape_samples_scraped{job=\"bed\"}", at: url).flatMap { Int($0) } == served)
  }

  @Test(arguments: scrapers)
  func `a real Prometheus takes every sample`(scraper: Scraper) async throws {
    let folder = try TemporaryDirectory()
    let daemon = try await RunningDaemon(["--config.file", try Self.steady(folder)])
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
      ["--config.file", try Self.steady(web.folder), "--web.config.file", web.configuration])
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

  /// Settings under which the page stays the same while it is looked at.
  private static func steady(_ folder: TemporaryDirectory) throws -> String {
    try folder.write(Array("collectors: {watcher: {interval: 1h}}\n".utf8), to: "brokerwatch.yaml")
  }
}
