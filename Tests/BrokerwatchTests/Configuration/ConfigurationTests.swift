import Exporter
import Model
import Settings
import Testing

@testable import brokerwatch

@Suite struct ConfigurationTests {
  @Test func `without a file everything has its default`() throws {
    let loaded = try Configuration.load(file: nil, overrides: [])
    #expect(loaded.value == Configuration())
    #expect(loaded.value.web.listenAddresses.map(\.settingText) == [":9640"])
    #expect(loaded.value.collectors.watcher.effectiveStaleAfter == .seconds(30))
  }

  @Test func `every key of the file is read`() throws {
    let read = try configuration(
      """
      web:
        listen_addresses: ["127.0.0.1:80", "[::1]:0", "localhost:9640"]
        systemd_socket: true
        telemetry_path: /m
        config_file: web.yaml
        max_requests: 0
        reload_token: s3cret
      log: {level: debug, format: json}
      collectors:
        watcher: {enabled: false, interval: 1m, stale_after: 2m}
      path: {procfs: /host/proc}
      """)
    #expect(
      read.web.listenAddresses.map(\.settingText) == ["127.0.0.1:80", "[::1]:0", "localhost:9640"])
    #expect(read.web.listenAddresses.map(\.host) == ["127.0.0.1", "::1", "localhost"])
    #expect(read.web.systemdSocket)
    #expect(read.web.telemetryPath == "/m")
    #expect(read.web.configFile?.resolved == "/etc/bw/web.yaml")
    #expect(read.web.maxRequests == 0)
    #expect(read.web.reloadToken?.revealed == "s3cret")
    #expect(read.log == LogConfiguration(level: .debug, format: .json))
    #expect(
      read.collectors.watcher
        == WatcherConfiguration(isEnabled: false, interval: .seconds(60), staleAfter: .seconds(120)))
    #expect(read.path.procfs.resolved == "/host/proc")
  }

  @Test(
    arguments: [
      (
        "web: {listen_addresses: [9640]}",
        "1:26: expected an address like :9640 for web.listen_addresses[0], found '9640'; it needs a colon and a port"
      ),
      (
        "web: {listen_addresses: [':65536']}",
        "1:26: expected an address like :9640 for web.listen_addresses[0], found ':65536'; a port is a number from 0 to 65535"
      ),
      (
        "web: {listen_addresses: ['::1:80']}",
        "1:26: expected an address like :9640 for web.listen_addresses[0], found '::1:80'; an IPv6 address stands in brackets: [::1]:9640"
      ),
      (
        "web: {listen_addresses: []}",
        "1:25: web.listen_addresses must name at least one address, found a list"
      ),
      (
        "web: {telemetry_path: metrics}",
        "1:23: web.telemetry_path must be a path of its own that starts with '/' and has no space, '?', '#' or '%', found 'metrics'"
      ),
      ("web: {config_file: ''}", "1:20: expected a path for web.config_file, found ''"),
      (
        "log: {level: warning}",
        "1:14: expected debug, info, warn or error for log.level, found 'warning'; did you mean 'warn'?"
      ),
      (
        "collectors: {watcher: {interval: 0s}}",
        "1:34: collectors.watcher.interval must be between 1s and 1h, found '0s'"
      ),
      (
        "collectors: {watcher: {stale_after: 5s}}",
        "1:37: collectors.watcher.stale_after must not be shorter than interval"
      ),
    ])
  func `a value that cannot work is refused at its place`(text: String, problem: String) {
    let error = #expect(throws: SettingsError.self) { try configuration(text) }
    #expect(error?.description == "brokerwatch.yaml:\(problem)")
  }

  @Test func `the printed defaults are the defaults`() throws {
    let printed = Configuration().yaml
    #expect(try configuration(printed) == Configuration())
    #expect(printed.contains("listen_addresses:\n    - \":9640\"\n"))
  }

  @Test func `the reference has a section for every part`() {
    let page = Configuration.documentation
    for section in [
      "Top level", "`web`", "`log`", "`clusters[]`", "`clusters[].sasl.oauth`", "`collectors`",
      "`collectors.cluster`", "`collectors.watcher`", "`path`",
    ] {
      #expect(page.contains("\n## \(section)\n"))
    }
    #expect(page.contains("| `level` | `debug`, `info`, `warn` or `error` | `info` |"))
  }
}
