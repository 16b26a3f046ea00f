import TestSupport

extension TemporaryDirectory {
  /// Settings under which the metrics page stays the same while it is looked at; answers the file's path.
  func steadySettings() throws -> String {
    let text = "collectors: {watcher: {interval: 1h}, containers: {enabled: false}}\nclusters: []\n"
    return try write(Array(text.utf8), to: "brokerwatch.yaml")
  }
}
