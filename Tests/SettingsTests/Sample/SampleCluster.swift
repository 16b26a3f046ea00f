import Settings

struct SampleCluster: Equatable {
  var name = ""
  var bootstrap: [String] = []
  var password: Secret?
}

extension SampleCluster: SettingsSection {
  static let schema = Schema("A cluster.", defaults: SampleCluster()) {
    Key("name", \.name, isRequired: true, doc: "Its name.")
    Key(
      "bootstrap", \.bootstrap, must: Requirement("name at least one broker") { !$0.isEmpty },
      isRequired: true, doc: "Where to begin.")
    SecretKey("password", \.password, doc: "What it wants to hear.")
  }
}
