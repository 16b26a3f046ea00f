import Settings

/// Where the host's own files are, for a watcher in a container.
struct PathConfiguration: Equatable {
  var procfs = SettingPath("/proc")
}

extension PathConfiguration: SettingsSection {
  static let schema = Schema("Where the host's own files are.", defaults: PathConfiguration()) {
    Key("procfs", \.procfs, doc: "Where the host's `/proc` is mounted.")
  }
}
