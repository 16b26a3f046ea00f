import TestSupport

extension RunningDaemon {
  /// One that reads a cluster every second, unless told otherwise, and calls it `main`. `lines` are further keys of `clusters`.
  static func watching(
    _ addresses: [String], _ lines: [String] = [], scope: String = "cluster", interval: String = "1s",
    state: TemporaryDirectory? = nil
  ) async throws -> RunningDaemon {
    let folder = try state ?? TemporaryDirectory()
    let keys =
      ["name: main", "bootstrap: [\(addresses.map { "'\($0)'" }.joined(separator: ", "))]"]
      + ["scope: \(scope)", "interval: \(interval)"] + lines
    let text = """
      state_directory: \(folder.file("state"))
      clusters:
      - {\(keys.joined(separator: ", "))}

      """
    return try await RunningDaemon([
      "--config.file", try folder.write(Array(text.utf8), to: "brokerwatch.yaml"),
    ])
  }

  static func watching(
    _ cluster: RealCluster, _ lines: String..., interval: String = "1s"
  ) async throws -> RunningDaemon {
    try await watching(cluster.brokers.map { cluster.address(of: $0) }, lines, interval: interval)
  }

  /// A page of a reading that began after this was called.
  func freshPage() async throws -> MetricsPage {
    let before = try await page { $0.lastReading != nil }.lastReading ?? 0
    // The reading that was under way may end first; an interval lies between two beginnings.
    return try await page { ($0.lastReading ?? 0) > before + 1.1 }
  }
}

extension MetricsPage {
  /// When the last reading of the cluster ended.
  var lastReading: Double? {
    value(of: "brokerwatch_collector_last_success_timestamp_seconds", ["collector": "cluster/main"])
  }
}
