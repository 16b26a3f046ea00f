import Exporter
import Settings

/// How `/metrics` and the pages beside it are served.
struct WebConfiguration: Equatable {
  var listenAddresses = [ListenAddress(host: nil, port: 9640)]
  var systemdSocket = false
  var telemetryPath = "/metrics"
  var configFile: SettingPath?
  var maxRequests = 40
  var reloadToken: Secret?
}

extension WebConfiguration: SettingsSection {
  static let schema = Schema("The HTTP server.", defaults: WebConfiguration()) {
    Key(
      "listen_addresses", \.listenAddresses, must: .atLeastOneAddress,
      doc: "Where to listen, each as `:PORT`, `HOST:PORT` or `[IPV6]:PORT`; port 0 takes any free one.")
    Key(
      "systemd_socket", \.systemdSocket,
      doc: "Listen on the sockets that systemd hands over (`LISTEN_FDS`) instead of `listen_addresses`.")
    Key("telemetry_path", \.telemetryPath, must: .pathOfURL, doc: "Where the metrics are served.")
    Key(
      "config_file", \.configFile,
      doc:
        "A web configuration file of the Prometheus exporter toolkit: TLS, client certificates, basic auth.")
    Key(
      "max_requests", \.maxRequests, must: .requestLimit,
      doc: "How many scrapes are answered at the same time; more get 503. 0 is no limit.")
    SecretKey(
      "reload_token", \.reloadToken,
      doc: "Who sends `Authorization: Bearer TOKEN` may `POST /-/reload` from another host.")
  }
}

extension Requirement where Setting == [ListenAddress] {
  static var atLeastOneAddress: Self { Self("name at least one address") { !$0.isEmpty } }
}

extension Requirement where Setting == String {
  static var pathOfURL: Self {
    Self("be a path that starts with '/' and has no space, '?', '#' or '%'") { path in
      path.hasPrefix("/") && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#%".utf8.contains($0) }
    }
  }
}

extension Requirement where Setting == Int {
  static var requestLimit: Self { .range(0...10_000) }
}
