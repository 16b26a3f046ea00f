import Exporter
import TestSupport
import Testing

/// An independent parser reads back what the encoder wrote: names, labels and values, bit by bit.
@Suite(.enabled("python3 with prometheus_client is not usable") { try await Python.isUsable() })
struct RoundTripTests {
  @Test(arguments: [ExpositionFormat.text004, .openMetrics100], 1...4)
  func `random families are read back equal`(format: ExpositionFormat, seed: Int) async throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let families = (0..<70).map { RandomFamily(index: $0, using: &generator) }
    let world = FixedWorld()
    let catalog = try Catalog(families.map(\.metric))
    let page = await ExpositionCache(catalog: catalog, store: world.store, time: world.time)
      .page(format, .identity)
    let folder = try TemporaryDirectory()
    let path = try folder.write(page.bytes, to: "page")
    let isOpenMetrics = format != .text004
    let read = try await Python.run(
      "read_exposition.py", [isOpenMetrics ? "openmetrics" : "text", path])
    let expected = families.sorted { $0.name < $1.name }
      .flatMap { ExpectedReading(family: $0, isOpenMetrics: isOpenMetrics).lines }
    let lines = read.split(separator: "\n").map(String.init)
    #expect(lines.count == expected.count)
    for (line, expected) in zip(lines, expected) where line != expected {
      #expect(line.prefix(2000) == expected.prefix(2000))
      break
    }
  }
}
