import Exporter
import Kafka
import Model
import Monitor
import Settings
import Testing

@testable import brokerwatch

@Suite struct CommandLineParserTests {
  @Test(
    arguments: [
      ([], .run), (["run"], .run), (["config", "check"], .checkConfiguration),
      (["config", "print"], .printConfiguration),
      (["config", "docs"], .documentConfiguration), (["metrics"], .metrics), (["version"], .version),
      (["help"], .help),
      (["--help"], .help), (["-h"], .help), (["--version"], .version), (["run", "--help"], .help),
      (["help", "config"], .help),
      (["--log.level", "debug", "config", "--log.format=json", "check"], .checkConfiguration),
      (["config", "check", "--help", "--nonsense"], .help), (["--", "config", "check"], .checkConfiguration),
    ] as [([String], Command)])
  func `words choose the command, wherever the flags stand`(arguments: [String], command: Command) throws {
    #expect(try CommandLineParser.parse(arguments).command == command)
  }

  @Test func `every flag overrides its setting, with a space or an equals sign`() throws {
    let forms: [(String, String) -> [String]] = [{ [$0, $1] }, { ["\($0)=\($1)"] }]
    for form in forms {
      let arguments =
        [
          form("--web.listen-address", "127.0.0.1:1"), form("--web.listen-address", "[::1]:2"),
          form("--web.config.file", "web.yaml"), form("--web.telemetry-path", "/m=1"),
          form("--web.max-requests", "7"),
          form("--log.level", "warn"), form("--log.format", "json"), form("--path.procfs", "/host/proc"),
          form("--kafka.bootstrap", "[::1]:9092"),
        ].flatMap(\.self) + ["--web.systemd-socket", "--no-collector.watcher", "--no-collector.cluster"]
      let invocation = try CommandLineParser.parse(arguments)
      var expected = Configuration()
      expected.web.listenAddresses = [
        ListenAddress(host: "127.0.0.1", port: 1), ListenAddress(host: "::1", port: 2),
      ]
      expected.web.configFile = SettingPath("web.yaml")
      expected.web.telemetryPath = "/m=1"
      expected.web.maxRequests = 7
      expected.web.systemdSocket = true
      expected.log.level = .warn
      expected.log.format = .json
      expected.path.procfs = SettingPath("/host/proc")
      expected.collectors.watcher.isEnabled = false
      expected.collectors.cluster.isEnabled = false
      expected.clusters = [
        ClusterConfiguration(bootstrap: [BrokerAddress(host: "::1", port: 9092)], scope: .cluster)
      ]
      #expect(invocation.configuration(over: Configuration()) == expected)
    }
  }

  @Test func `a switch has an opposite`() throws {
    var off = Configuration()
    off.collectors.watcher.isEnabled = false
    #expect(try CommandLineParser.parse(["--collector.watcher"]).configuration(over: off) == Configuration())
  }

  @Test func `the settings file and the format of the catalogue are options of the invocation`() throws {
    #expect(try CommandLineParser.parse(["--config.file=a b.yaml"]).configurationFile == "a b.yaml")
    #expect(try CommandLineParser.parse(["metrics", "--format", "markdown"]).catalogFormat == .markdown)
  }

  @Test(
    arguments: [
      (
        ["--web.listn-address", ":1"],
        "unknown flag '--web.listn-address'; did you mean '--web.listen-address'?"
      ),
      (
        ["--web.listn-address=:1"], "unknown flag '--web.listn-address'; did you mean '--web.listen-address'?"
      ),
      (["-log.level", "x"], "unknown flag '-log.level'; did you mean '--log.level'?"),
      (["--collector.wacher"], "unknown flag '--collector.wacher'; did you mean '--collector.watcher'?"),
      (["--frobnicate"], "unknown flag '--frobnicate'; see 'brokerwatch --help'"),
      (["--no-log.level"], "unknown flag '--no-log.level'; did you mean '--log.level'?"),
      (["-v"], "unknown flag '-v'; see 'brokerwatch --help'"),
      (["rn"], "unknown command 'rn'; did you mean 'run'?"),
      (["conifg", "check"], "unknown command 'conifg'; did you mean 'config'?"),
      (["config"], "'config' needs one of check, print or docs behind it"),
      (["config", "chekc"], "unknown command 'config chekc'; did you mean 'config check'?"),
      (["frobnicate"], "unknown command 'frobnicate'; see 'brokerwatch --help'"),
      (["run", "now"], "'run' takes no argument 'now'"),
      (["--config.file"], "the flag '--config.file' needs a value: --config.file FILE"),
      (["--config.file", "--log.level=info"], "the flag '--config.file' needs a value: --config.file FILE"),
      (["--config.file="], "expected a path for --config.file, found ''"),
      (
        ["--log.level", "inf"],
        "expected debug, info, warn or error for --log.level, found 'inf'; did you mean 'info'?"
      ),
      (["--log.level=info", "--log.level=warn"], "the flag '--log.level' is given twice"),
      (
        ["--web.max-requests=-1"],
        "--web.max-requests must be between 0 and 10000, found '-1'"
      ),
      (["--web.max-requests", "many"], "expected a whole number for --web.max-requests, found 'many'"),
      (
        ["--web.telemetry-path=metrics"],
        "--web.telemetry-path must be a path of its own that starts with '/' and has no space, '?', '#' or '%', found 'metrics'"
      ),
      (["--web.systemd-socket=true"], "the flag '--web.systemd-socket' takes no value"),
      (
        ["--web.systemd-socket", "--no-web.systemd-socket"], "the flag '--web.systemd-socket' is given twice"
      ),
      (["version", "--log.level=info"], "the flag '--log.level' means nothing to 'version'"),
      (["run", "--format=text"], "the flag '--format' means nothing to 'run'"),
      (["a\nb"], "unknown command 'a\\nb'; see 'brokerwatch --help'"),
    ])
  func `what makes no sense is told on one line`(arguments: [String], message: String) {
    let error = #expect(throws: UsageError.self) { try CommandLineParser.parse(arguments) }
    #expect(error?.description == "brokerwatch: \(message)")
  }

  @Test func `the help names every command and flag with its default`() {
    let help = HelpText.text
    for command in Command.allCases { #expect(help.contains("\n  \(command.rawValue) ")) }
    for flag in Flag.all {
      let line = help.split(separator: "\n").first {
        $0.contains("--\(flag.name) ") || $0.contains("]\(flag.name) ")
      }
      #expect(line?.contains(flag.doc) == true)
      #expect(line?.contains(flag.defaultText.map { "default: \($0)" } ?? "") == true)
    }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 140 })
  }
}

extension Invocation {
  fileprivate func configuration(over base: Configuration) -> Configuration {
    var configuration = base
    for override in overrides { override.apply(&configuration) }
    return configuration
  }
}
