import Monitor
import Patterns
import Settings

/// A broker of this host, as somebody describes it.
struct BrokerConfiguration: Equatable {
  var name = ""
  var profile: String?
  var process = BrokerProcessConfiguration()
  var container: NamePattern?
  var unit: NamePattern?
  var dataDirectories: [String] = []

  var named: NamedBroker {
    var named = NamedBroker(name: name)
    named.profile = profile
    named.command = process.command
    named.container = container
    named.unit = unit
    named.dataDirectories = dataDirectories
    return named
  }
}

extension BrokerConfiguration: SettingsSection {
  static let schema = Schema(
    "A broker of this host; what is left out is found out where it can be.", defaults: BrokerConfiguration()
  ) {
    Key(
      "name", \.name, must: Requirement("not be empty") { !$0.isEmpty }, isRequired: true,
      doc: "The label `broker` of everything that belongs to it.")
    Key("profile", \.profile, derivedDefault: "the one that recognises it", doc: "What kind of broker it is.")
    Key("process", \.process, doc: "Its process.")
    Key("container", \.container, doc: "Its container; a pattern for the whole name.")
    Key("unit", \.unit, doc: "Its systemd unit; a pattern for the whole name.")
    Key(
      "data_dirs", \.dataDirectories,
      must: Requirement("be paths that begin with '/'") {
        $0.allSatisfy { $0.hasPrefix("/") && !$0.utf8.contains(0) }
      },
      doc: "Directories of its data beside those that are found.")
    Rule("name", must: "be accompanied by process, container or unit") {
      $0.process.command != nil || $0.container != nil || $0.unit != nil
    }
  }
}
