import Kafka
import Monitor
import Settings

extension Flag {
  /// What a flag changes in how Brokerwatch runs; the names are those of Prometheus exporters.
  static let ofConfiguration: [Flag] = [
    .option("config.file", "FILE", doc: "The settings file; without one everything has its default.") {
      (invocation, path: SettingPath) in invocation.configurationFile = path.resolved
    },
    .list(
      "web.listen-address", \.web.listenAddresses, "ADDRESS",
      doc: "Where to listen: :PORT, HOST:PORT or [IPV6]:PORT."),
    .toggle("web.systemd-socket", \.web.systemdSocket, doc: "Listen on the sockets that systemd hands over."),
    .setting(
      "web.telemetry-path", \.web.telemetryPath, "PATH", must: .pathOfURL, doc: "Where the metrics are."),
    .setting(
      "web.config.file", \.web.configFile, "FILE",
      doc: "The web configuration file: TLS, client certificates, basic auth."),
    .setting(
      "web.max-requests", \.web.maxRequests, "COUNT", must: .requestLimit,
      doc: "How many scrapes are answered at the same time; 0 is no limit."),
    .setting(
      "log.level", \.log.level, "LEVEL", doc: "The least severe log lines: debug, info, warn or error."),
    .setting("log.format", \.log.format, "FORMAT", doc: "How log lines are written: logfmt or json."),
    .setting("path.procfs", \.path.procfs, "PATH", doc: "Where the host's /proc is mounted."),
    .list(
      "kafka.bootstrap", "HOST:PORT",
      doc: "A broker of the one cluster to watch, all of it; instead of the file's clusters."
    ) { (configuration, addresses: [BrokerAddress]) in
      configuration.clusters = [ClusterConfiguration(bootstrap: addresses, scope: .cluster)]
    },
    .toggle("collector.cluster", \.collectors.cluster.isEnabled, doc: "Watch Kafka clusters."),
    .setting(
      "containers.address", \.collectors.containers.address, "ADDRESS",
      doc: "Where the container engine answers, instead of Docker's or Podman's socket."),
    .toggle("collector.containers", \.collectors.containers.isEnabled, doc: "Watch containers."),
    .toggle(
      "collector.processes", \.collectors.processes.isEnabled,
      doc: "Watch the brokers' processes on this host."),
    .toggle(
      "collector.data_dirs", \.collectors.dataDirectories.isEnabled,
      doc: "Watch the data directories of brokers."),
    .toggle("collector.units", \.collectors.units.isEnabled, doc: "Watch the systemd units of brokers."),
    .toggle("collector.watcher", \.collectors.watcher.isEnabled, doc: "Watch Brokerwatch itself."),
  ]

  /// How `metrics` prints.
  static let format = Flag.option(
    "format", "FORMAT", defaultText: CatalogFormat.text.rawValue,
    doc: "How metrics are printed: text or markdown."
  ) { (invocation, format: CatalogFormat) in invocation.catalogFormat = format }

  /// What `status` is to tell.
  static let discovery = Flag(
    name: "discovery",
    doc: "Say which brokers were found on this host, where, and what could not be found out."
  ) { (texts, invocation) throws(UsageError) in invocation.showsDiscovery = texts.last == "true" }

  /// How `status` prints.
  static let output = Flag.option(
    "output", "FORMAT", defaultText: OutputFormat.text.rawValue,
    doc: "How the status is printed: text or json."
  ) { (invocation, format: OutputFormat) in invocation.outputFormat = format }

  /// Which profile `profiles` prints.
  static let profileName = Flag.option(
    "name", "PROFILE", doc: "The profile to print, as a file that can be changed and used."
  ) { (invocation, name: String) in invocation.profileName = name }

  static let all = ofConfiguration + [discovery, output, profileName, format]
}
