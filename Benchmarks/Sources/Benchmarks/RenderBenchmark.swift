import Exporter
import Model

/// A page whose every value changed, written anew.
struct RenderBenchmark: Benchmark {
  let name = "Render 100,000 changed series"

  func run(_ rounds: Rounds) async throws -> [Measurement] {
    try await measure("gauges", ManySeries(kind: .gauges), rounds)
      + measure("histograms, 17 digits", ManySeries(kind: .histograms), rounds)
  }

  private func measure(_ label: String, _ world: ManySeries, _ rounds: Rounds) async throws -> [Measurement] {
    let cache = ExpositionCache(catalog: try Catalog.brokerwatch(), store: world.store, time: SystemTime())
    let changed = await rounds.measure(prepare: world.change) { _ in
      _ = await cache.page(.text004, .identity)
    }
    let repeated = await rounds.measure { _ in _ = cache.cached(.text004, .identity) }
    let size = await cache.page(.text004, .identity).byteCount
    return [
      Measurement(name: "\(label): size", value: Double(size) / 1e6, unit: .megabytes, limit: nil),
      Measurement(
        name: "\(label): render", value: changed.medianMilliseconds, unit: .milliseconds, limit: 25),
      Measurement(
        name: "\(label): allocations", value: changed.medianAllocations, unit: .allocations,
        limit: Double(ManySeries.seriesCount) / 100),
      Measurement(
        name: "\(label): from the cache", value: repeated.medianMilliseconds, unit: .milliseconds, limit: 1),
    ]
  }
}
