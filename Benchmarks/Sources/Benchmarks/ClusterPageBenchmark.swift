import Exporter
import Model

/// The page of a large Kafka cluster after a cycle, in which every number is new.
struct ClusterPageBenchmark: Benchmark {
  let name = "Render the page of a Kafka cluster"

  func run(_ rounds: Rounds) async throws -> [Measurement] {
    try await measure(
      "1,000 partitions, 10,000 lags",
      ManyPartitions(
        topics: 100, partitionsPerTopic: 10, groups: 100, partitionsPerGroup: 100, granularity: .partition),
      milliseconds: 15, rounds)
      + measure(
        "5,000 partitions, 100,000 lags",
        ManyPartitions(
          topics: 500, partitionsPerTopic: 10, groups: 1000, partitionsPerGroup: 100, granularity: .lags),
        milliseconds: 40, rounds)
      + measure(
        "100,000 partitions, 100,000 lags",
        ManyPartitions(
          topics: 1000, partitionsPerTopic: 100, groups: 1000, partitionsPerGroup: 100, granularity: .lags),
        milliseconds: 40, rounds)
      + measure(
        "the same, nothing left out",
        ManyPartitions(
          topics: 1000, partitionsPerTopic: 100, groups: 1000, partitionsPerGroup: 100,
          granularity: .partition),
        milliseconds: 200, rounds)
  }

  private func measure(
    _ label: String, _ world: ManyPartitions, milliseconds: Double, _ rounds: Rounds
  ) async throws -> [Measurement] {
    let cache = ExpositionCache(catalog: try Catalog.brokerwatch(), store: world.store, time: SystemTime())
    let changed = await rounds.measure(prepare: world.change) { _ in
      _ = await cache.page(.text004, .identity)
    }
    let page = await cache.page(.text004, .identity)
    let series = Double(cache.statistics.series ?? 0)
    return [
      Measurement(name: "\(label): series", value: series, unit: .series, limit: nil),
      Measurement(name: "\(label): size", value: Double(page.byteCount) / 1e6, unit: .megabytes, limit: nil),
      Measurement(
        name: "\(label): render", value: changed.medianMilliseconds, unit: .milliseconds, limit: milliseconds),
      Measurement(
        name: "\(label): allocations", value: changed.medianAllocations, unit: .allocations,
        limit: series / 20),
    ]
  }
}
