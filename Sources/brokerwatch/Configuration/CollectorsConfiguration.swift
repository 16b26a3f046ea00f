import Settings

/// What is watched; each collector has a section of its own.
struct CollectorsConfiguration: Equatable {
  var cluster = ClusterSwitchConfiguration()
  var containers = ContainersConfiguration()
  var processes = ProcessesConfiguration()
  var dataDirectories = DataDirectoriesConfiguration()
  var units = UnitsConfiguration()
  var watcher = WatcherConfiguration()
}

extension CollectorsConfiguration: SettingsSection {
  static let schema = Schema(
    "What is watched. `--collector.NAME` and `--no-collector.NAME` switch a collector on and off.",
    defaults: CollectorsConfiguration()
  ) {
    Key("cluster", \.cluster, doc: "Kafka clusters.")
    Key("containers", \.containers, doc: "Containers of this host.")
    Key("processes", \.processes, doc: "The brokers' processes on this host.")
    Key("data_dirs", \.dataDirectories, doc: "The directories in which brokers keep their data.")
    Key("units", \.units, doc: "The systemd units of brokers.")
    Key("watcher", \.watcher, doc: "Brokerwatch itself.")
  }
}
