import Exporter
import Model

/// The first compressed scrape after a change, and the ones after it.
struct GzipBenchmark: Benchmark {
  let name = "gzip of 100,000 changed series, rendering included"

  func run(_ rounds: Rounds) async throws -> [Measurement] {
    let world = ManySeries(kind: .gauges)
    let cache = ExpositionCache(catalog: try Catalog.brokerwatch(), store: world.store, time: SystemTime())
    let first = await rounds.measure(prepare: world.change) { _ in
      _ = await cache.page(.text004, .gzip)
    }
    let repeated = await rounds.measure { _ in _ = cache.cached(.text004, .gzip) }
    let size = await cache.page(.text004, .gzip).byteCount
    return [
      Measurement(name: "size", value: Double(size) / 1e6, unit: .megabytes, limit: nil),
      Measurement(name: "first", value: first.medianMilliseconds, unit: .milliseconds, limit: 90),
      Measurement(
        name: "first: allocations", value: first.medianAllocations, unit: .allocations,
        limit: Double(ManySeries.seriesCount) / 100),
      Measurement(name: "from the cache", value: repeated.medianMilliseconds, unit: .milliseconds, limit: 1),
    ]
  }
}
