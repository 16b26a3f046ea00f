import Patterns
import Settings

struct ContainerLabelsConfiguration: Equatable {
  var include: [NamePattern] = []
  var exclude: [NamePattern] = []
}

extension ContainerLabelsConfiguration: SettingsSection {
  static let schema = Schema(
    "Which labels decide whether a container is watched: patterns for a whole `NAME=VALUE`.",
    defaults: ContainerLabelsConfiguration()
  ) {
    Key(
      "include", \.include,
      doc: "Watched is what has a label that one of these matches; no matter which with an empty list.")
    Key("exclude", \.exclude, doc: "And no label that one of these matches.")
  }
}
