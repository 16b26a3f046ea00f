import Settings

/// The switch for all clusters at once; each has one of its own too.
struct ClusterSwitchConfiguration: Equatable {
  var isEnabled = true
}

extension ClusterSwitchConfiguration: SettingsSection {
  static let schema = Schema(
    "The clusters, all at once; `clusters` says which they are and how each is watched.",
    defaults: ClusterSwitchConfiguration()
  ) {
    Key("enabled", \.isEnabled, doc: "Whether clusters are watched.")
  }
}
