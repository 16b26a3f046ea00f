import Patterns
import Settings

/// Which topics of a cluster are watched.
struct TopicsConfiguration: Equatable {
  var include: [NamePattern] = [.everything]
  var exclude: [NamePattern] = [.internalNames]

  var filter: NameFilter { NameFilter(include: include, exclude: exclude) }
}

extension TopicsConfiguration: SettingsSection {
  static let schema = Schema(
    "Which topics are watched: patterns for whole names. Nothing is asked about the others.",
    defaults: TopicsConfiguration()
  ) {
    Key("include", \.include, doc: "Watched is what one of these matches; nothing with an empty list.")
    Key("exclude", \.exclude, doc: "And what none of these matches.")
  }
}
