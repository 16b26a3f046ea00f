import TestSupport
import Testing

@Suite struct BrowserTests {
  private static let bed = "\(Repository.root)/Tests/Integration/beds/chromium"

  @Test(.enabled(if: PeerProgram.isUsable("chromium", requiredAs: "chromium"), "chromium is not installed"))
  func `a browser shows the page and reads compressed metrics whole`() async throws {
    let folder = try TemporaryDirectory()
    let daemon = try await RunningDaemon(["--config.file", try folder.steadySettings()])
    try await eventually("the first reading") { try await daemon.sample("brokerwatch_up") == "1" }
    let page = try await Command(Self.bed, ["dump-dom", daemon.url("/")])
    #expect(page.output.contains("Not watched yet, and why") && page.output.contains("watcher"))
    let metrics = try await Command(Self.bed, ["dump-dom", daemon.url()])
    let last = try await daemon.get("/metrics").split(separator: "\n").last.map {
      $0.split(separator: " ")[0]
    }
    #expect(metrics.output.contains(try #require(last)))
  }

  @Test(.enabled(if: PeerProgram.isUsable("curl", requiredAs: "curl"), "curl is not installed"))
  func `curl reads the compressed page as the plain one`() async throws {
    let folder = try TemporaryDirectory()
    let daemon = try await RunningDaemon(["--config.file", try folder.steadySettings()])
    try await eventually("the first reading") { try await daemon.sample("brokerwatch_up") == "1" }
    let plain = try await daemon.get("/metrics")
    #expect(try await daemon.get("/metrics", "--compressed") == plain)
    let head = try await daemon.get("/metrics", "--compressed", "--head")
    #expect(head.lowercased().contains("content-encoding: gzip"))
  }
}
