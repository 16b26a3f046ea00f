import TestSupport

extension TemporaryDirectory {
  /// Settings under which the metrics page stays the same while it is looked at; answers the file's path.
  func steadySettings() throws -> String {
    try write(Array("collectors: {watcher: {interval: 1h}}\nclusters: []\n".utf8), to: "brokerwatch.yaml")
  }
}
