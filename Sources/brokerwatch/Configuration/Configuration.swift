import Settings

/// Everything that the settings file and the flags decide.
struct Configuration: Equatable {
  var web = WebConfiguration()
  var log = LogConfiguration()
  /// Nil: nobody said anything, so Kafka is looked for at its usual place.
  var clusters: [ClusterConfiguration]?
  var collectors = CollectorsConfiguration()
  var profiles = ProfilesConfiguration()
  var brokers: [BrokerConfiguration] = []
  var path = PathConfiguration()
  var stateDirectory: SettingPath?
}

extension Configuration: SettingsSection {
  static let schema = Schema(
    "Every key may be left out. Flags win over the file.", defaults: Configuration()
  ) {
    Key("web", \.web, doc: "The HTTP server.")
    Key("log", \.log, doc: "The log on standard error.")
    Key(
      "clusters", \.clusters,
      derivedDefault: "those of the brokers on this host, else one on 127.0.0.1:9092, if it is there",
      doc: "The Kafka clusters to watch; none with an empty list.")
    Key("collectors", \.collectors, doc: "What is watched.")
    Key("profiles", \.profiles, doc: "Which kinds of brokers are looked for on this host.")
    Key(
      "brokers", \.brokers,
      doc: "Brokers of this host, where they are not found by themselves or are to be called otherwise.")
    Distinct("brokers", by: "name", in: \.brokers) { $0.name }
    Key("path", \.path, doc: "Where the host's own files are.")
    Key(
      "state_directory", \.stateDirectory,
      derivedDefault:
        "$STATE_DIRECTORY, else $XDG_STATE_HOME/brokerwatch, else ~/.local/state/brokerwatch, for root /var/lib/brokerwatch",
      doc: "Where to keep what must outlive a restart, such as the age of offsets.")
    Distinct("clusters", by: "name", in: { $0.clusters ?? [] }) { $0.name }
    Distinct("clusters", by: "bootstrap", in: { $0.clusters ?? [] }) { cluster in
      cluster.name == nil ? cluster.effectiveBootstrap.first?.settingText : nil
    }
  }
}
