import Kafka
import Monitor
import Settings

/// One Kafka cluster, or what speaks its protocol, and how it is watched.
struct ClusterConfiguration: Equatable {
  var isEnabled = true
  var name: String?
  var bootstrap: [BrokerAddress]?
  var scope: ClusterScopeChoice?
  var interval = Duration.seconds(10)
  var staleAfter: Duration?
  var requestTimeout: Duration?
  var replyLimit = ByteSize(bytes: 128 << 20)
  var tls: ClusterTLSConfiguration?
  var sasl: SASLConfiguration?
  var topics = TopicsConfiguration()
  var groups = GroupsConfiguration()
  var granularity = GranularityChoice.automatic
  var seriesBudget = 200_000
  var expectedBrokers: Int?
  var showsAssignments = false
  var readsRecords = false
  var canary = CanaryConfiguration()

  /// The age at which series disappear.
  var effectiveStaleAfter: Duration {
    staleAfter ?? interval * 3
  }

  /// Kafka's usual place, where nobody says another one.
  var effectiveBootstrap: [BrokerAddress] { bootstrap ?? [.usual] }

  /// Whoever names one broker of this host is most likely its sidecar.
  var effectiveScope: ClusterScopeChoice {
    scope
      ?? (effectiveBootstrap.count == 1 && effectiveBootstrap.allSatisfy(\.isLoopback) ? .broker : .cluster)
  }
}

extension ClusterConfiguration: SettingsSection {
  static let schema = Schema(
    "One cluster of Kafka, or of a broker that speaks its protocol. It is only read from, unless the canary is enabled.",
    defaults: ClusterConfiguration()
  ) {
    Key("enabled", \.isEnabled, doc: "Whether this cluster is watched.")
    Key(
      "name", \.name, must: Requirement("not be empty") { $0 != "" }, derivedDefault: "the cluster's id",
      doc: "The label `cluster`. Everybody who watches the cluster must use the same.")
    Key(
      "bootstrap", \.bootstrap, must: Requirement("name at least one broker") { $0?.isEmpty != true },
      derivedDefault:
        "the brokers found on this host that take `tls` and `sasl` as given, else 127.0.0.1:9092",
      doc: "Brokers to ask for the others, each as `HOST:PORT` or `[IPV6]:PORT`.")
    Key(
      "scope", \.scope, derivedDefault: "broker for one address of this host, else cluster",
      doc:
        "`broker`: beside every broker runs a watcher that reads what its broker leads and coordinates. `cluster`: this one reads everything."
    )
    Key(
      "interval", \.interval, must: .range(.seconds(1) ... .seconds(3600)),
      doc: "The time between two readings.")
    Key(
      "stale_after", \.staleAfter, derivedDefault: "3 × interval",
      doc: "The age of the last reading at which its series disappear.")
    Key(
      "request_timeout", \.requestTimeout, derivedDefault: "interval / 4, at most 2s",
      doc: "How long a broker may take for one answer.")
    Key(
      "reply_limit", \.replyLimit, must: .range(ByteSize(bytes: 1 << 20)...ByteSize(bytes: 1 << 30)),
      doc: "The largest answer that is read from a broker; a larger one is an error of that question only.")
    Key("tls", \.tls, doc: "How to encrypt; `{}` does, with the authorities that the system trusts.")
    Key("sasl", \.sasl, doc: "Who to be.")
    Key("topics", \.topics, doc: "Which topics are watched.")
    Key("groups", \.groups, doc: "Which consumer groups are watched.")
    Key(
      "granularity", \.granularity,
      doc:
        "Down to what there are series: every `partition`, only the `lags` of partitions, or `topic`; `auto` is `partition` up to `series_budget`."
    )
    Key(
      "series_budget", \.seriesBudget, must: .range(1_000...10_000_000),
      doc:
        "How many series of partitions the cluster may have before `auto` goes back to `lags`, and how many lags before it goes back to `topic`."
    )
    Key(
      "expected_brokers", \.expectedBrokers,
      must: Requirement("be between 1 and 10000") { $0.map((1...10_000).contains) ?? true },
      derivedDefault: "all that were seen and not decommissioned", doc: "How many brokers there ought to be.")
    Key(
      "assignments", \.showsAssignments,
      doc: "Show which member of a group consumes which partition; one series for each.")
    Key(
      "read_records", \.readsRecords,
      doc:
        "Read single records to tell the age of a lag where offsets do not tell it; needs the right to read the topics."
    )
    Key("canary", \.canary, doc: "Records of our own, to see that they arrive.")
    Rule("stale_after", must: "not be shorter than interval") { $0.effectiveStaleAfter >= $0.interval }
    Rule("request_timeout", must: "be between 50ms and interval") {
      $0.requestTimeout.map { [interval = $0.interval] in $0 >= .milliseconds(50) && $0 <= interval } ?? true
    }
  }
}

extension ClusterScopeChoice: ChoiceSetting {}

extension GranularityChoice: ChoiceSetting {}
