import Patterns
import Settings

/// How a broker's process is recognised.
struct BrokerProcessConfiguration: Equatable {
  var command: NamePattern?
}

extension BrokerProcessConfiguration: SettingsSection {
  static let schema = Schema("A broker's process.", defaults: BrokerProcessConfiguration()) {
    Key("command", \.command, doc: "A pattern for its whole command line, the arguments joined by spaces.")
  }
}
