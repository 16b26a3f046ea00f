import Settings

/// A schema with every kind of key.
struct SampleSettings: Equatable {
  var web = SampleWeb()
  var collectors = SampleCollectors()
  var limits = SampleLimits()
  var clusters: [SampleCluster] = []
  var labels: [String: String] = [:]
  var journal: String?
}

extension SampleSettings: SettingsSection {
  static let schema = Schema("Everything.", defaults: SampleSettings()) {
    Key("web", \.web, doc: "Who may ask.")
    Key("collectors", \.collectors, doc: "What is collected.")
    Key("limits", \.limits, doc: "What is the most.")
    Key("clusters", \.clusters, doc: "Which clusters are watched.")
    Key("labels", \.labels, doc: "Labels for every series.")
    Key("journal", \.journal, doc: "The journal's directory.")
  }
}
