import Patterns
import Settings

/// Which groups of a cluster are watched.
struct GroupsConfiguration: Equatable {
  var include: [NamePattern] = [.everything]
  var exclude: [NamePattern] = []

  var filter: NameFilter { NameFilter(include: include, exclude: exclude) }
}

extension GroupsConfiguration: SettingsSection {
  static let schema = Schema(
    "Which groups are watched: patterns for whole names. Nothing is asked about the others.",
    defaults: GroupsConfiguration()
  ) {
    Key("include", \.include, doc: "Watched is what one of these matches; nothing with an empty list.")
    Key("exclude", \.exclude, doc: "And what none of these matches.")
  }
}
