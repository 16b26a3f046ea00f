import Settings

struct SampleCollectors: Equatable {
  var cluster = SampleCollector()
}

extension SampleCollectors: SettingsSection {
  static let schema = Schema("The collectors.", defaults: SampleCollectors()) {
    Key("cluster", \.cluster, doc: "The cluster's collector.")
  }
}
