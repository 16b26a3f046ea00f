import Settings

/// What is watched; each collector has a section of its own.
struct CollectorsConfiguration: Equatable {
  var watcher = WatcherConfiguration()
}

extension CollectorsConfiguration: SettingsSection {
  static let schema = Schema(
    "What is watched. `--collector.NAME` and `--no-collector.NAME` switch a collector on and off.",
    defaults: CollectorsConfiguration()
  ) {
    Key("watcher", \.watcher, doc: "Brokerwatch itself.")
  }
}
