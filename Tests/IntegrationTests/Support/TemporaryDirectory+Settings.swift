import TestSupport

extension TemporaryDirectory {
  /// Settings under which the metrics page stays the same while it is looked at; answers the file's path.
  func steadySettings() throws -> String {
    let off = "{enabled: false}"
    let text = """
      collectors:
        {watcher: {interval: 1h}, containers: \(off), data_dirs: \(off), processes: \(off), units: \(off)}
      clusters: []

      """
    return try write(Array(text.utf8), to: "brokerwatch.yaml")
  }
}
