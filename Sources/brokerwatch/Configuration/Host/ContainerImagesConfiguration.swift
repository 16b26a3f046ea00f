import Patterns
import Settings

struct ContainerImagesConfiguration: Equatable {
  var include: [NamePattern] = [.everything]
  var exclude: [NamePattern] = []
}

extension ContainerImagesConfiguration: SettingsSection {
  static let schema = Schema(
    "Which images are watched: patterns for whole names, as `docker ps` shows them.",
    defaults: ContainerImagesConfiguration()
  ) {
    Key("include", \.include, doc: "Watched are containers of an image that one of these matches.")
    Key("exclude", \.exclude, doc: "And that none of these matches.")
  }
}
