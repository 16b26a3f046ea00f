package import Patterns
package import Settings

/// A kind of broker: how one is recognised, and what is known of every one.
package struct Profile: Equatable {
  package var name = ""
  package var title: String?
  /// Its signs are so much its own that it is looked for without anybody asking.
  package var isAutomatic = true
  package var role = "broker"
  package var wireProtocol = WireProtocol.other
  package var process = ProcessPatterns()
  package var container = ContainerPatterns()
  package var units: [NamePattern] = []
  package var settings = SettingsSource()
  package var listeners: [ListenerPattern] = []
  package var dataDirectories: [String] = []
  package var logs: [LogPattern] = []
  package var agentMetrics: [AgentMetric] = []

  /// What clients speak to it.
  package enum WireProtocol: String, ChoiceSetting {
    case kafka, other
  }
}

extension Profile: SettingsSection {
  package static let schema = Schema("A kind of broker.", defaults: Profile()) {
    Key(
      "name", \.name, must: .profileName, isRequired: true,
      doc: "What `profiles.use` and the label `profile` call it.")
    Key("title", \.title, derivedDefault: "the name", doc: "What people call it.")
    Key(
      "automatic", \.isAutomatic,
      doc: "Whether it is looked for on every host; with `false`, where `profiles.use` names it.")
    Key("role", \.role, must: .notEmpty, doc: "What its processes are, where their settings do not say it.")
    Key(
      "protocol", \.wireProtocol,
      doc: "What clients speak to it; a cluster of `kafka` is watched by its protocol.")
    Key("process", \.process, doc: "How its processes are recognised.")
    Key("container", \.container, doc: "How its containers are recognised.")
    Key("units", \.units, doc: "Its systemd units; patterns for whole names.")
    Key("settings", \.settings, doc: "Where its own settings are.")
    Key("listeners", \.listeners, doc: "Where it listens, where its settings do not say it.")
    Key(
      "data_directories", \.dataDirectories, must: .absolutePaths,
      doc: "Where it keeps its data, where its settings do not say it.")
    Key("logs", \.logs, doc: "The log files it writes.")
    Key(
      "agent_metrics", \.agentMetrics,
      doc: "What the page of a JMX Prometheus agent in its process says, in our names.")
    Rule("process", must: "be given, or container, or units, or agent_metrics") {
      !$0.process.isEmpty || !$0.container.isEmpty || !$0.units.isEmpty || !$0.agentMetrics.isEmpty
    }
  }
}

extension Requirement where Setting == String {
  static var profileName: Self {
    Self("be 1 to 63 small letters, digits and hyphens") { name in
      (1...63).contains(name.utf8.count)
        && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
  }

  static var notEmpty: Self { Self("not be empty") { !$0.isEmpty } }

  static var absolutePath: Self {
    Self("begin with '/'") { $0.hasPrefix("/") && !$0.utf8.contains(0) }
  }
}

extension Requirement where Setting == [String] {
  static var absolutePaths: Self {
    Self("be paths that begin with '/'") { $0.allSatisfy { $0.hasPrefix("/") && !$0.utf8.contains(0) } }
  }
}
