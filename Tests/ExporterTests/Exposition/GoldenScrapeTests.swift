import Exporter
import Model
import TestSupport
import Testing

/// The golden files are written by hand after the formats' specifications; nothing writes them anew.
@Suite struct GoldenScrapeTests {
  private let files: [ExpositionFormat: String] = [
    .text004: "scrape.txt", .openMetrics100: "scrape.openmetrics.txt",
    .openMetrics001: "scrape.openmetrics.txt",
  ]

  @Test(arguments: ExpositionFormat.allCases)
  func `a fixed world gives the golden scrape, line by line`(format: ExpositionFormat) async throws {
    let world = FixedWorld()
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: world.store, time: world.time)
    let page = await cache.page(format, .identity)
    let golden = try Repository.text(of: "Tests/Golden/\(#require(files[format]))")
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    for (number, (line, expected)) in zip(page.lines, expected).enumerated() {
      #expect(line == expected, "line \(number + 1)")
    }
    #expect(page.lines.count == expected.count)
    #expect(page.text.hasSuffix("\n"))
    #expect(page.byteCount == page.bytes.count)
  }

  @Test func `the rows are the same bytes in every format`() async throws {
    let world = FixedWorld()
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: world.store, time: world.time)
    let text = await cache.page(.text004, .identity)
    let openMetrics = await cache.page(.openMetrics100, .identity)
    #expect(text.rows == openMetrics.rows)
    #expect(cache.statistics.series == text.rows.count)
  }

  @Test(.enabled(if: PeerProgram.isUsable("promtool", requiredAs: "prometheus"), "promtool is not installed"))
  func `promtool finds nothing to say about the whole scrape`() async throws {
    let world = FixedWorld()
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: world.store, time: world.time)
    let promtool = try ChildProcess("promtool", ["check", "metrics"])
    promtool.write(await cache.page(.text004, .identity).text)
    promtool.closeInput()
    #expect(try await promtool.wait() == 0)
    #expect(try await promtool.standardError.text() == "")
    #expect(try await promtool.standardOutput.text() == "")
  }
}
