import TestSupport
import Testing

/// What somebody sees who starts the watcher without a word about a broker.
@Suite struct QuietStartTests {
  @Test func `without a broker at Kafka's usual place nothing is wrong, and the page says what was tried`()
    async throws
  {
    let daemon = try await RunningDaemon()
    try await eventually("the first look") {
      try await daemon.get("/-/ready", "-o", "/dev/null", "-w", "%{http_code}") == "200"
    }
    let page = try await daemon.get("/")
    // A broker of somebody else may be there: then it is watched, or that fails aloud.
    let isFree = try await Command("curl", "-s", "--max-time", "2", "telnet://127.0.0.1:9092").status == 7
    guard isFree else { return #expect(page.contains("127.0.0.1:9092")) }
    #expect(page.contains("No Kafka was found on 127.0.0.1:9092."))
    #expect(page.contains("--kafka.bootstrap"))
    #expect(try await daemon.sample("brokerwatch_collector_success{collector=\"cluster\"}") == nil)
    #expect(
      daemon.process.standardError.lines.allSatisfy {
        !$0.contains("level=warn") && !$0.contains("level=error")
      })
    #expect(try await daemon.terminate() == 0)
  }
}
