package import Patterns
package import Settings

/// How the containers of a kind of broker are recognised: each key alone is enough.
package struct ContainerPatterns: Equatable {
  package var images: [NamePattern] = []
  package var names: [NamePattern] = []
  package var labels: [String: NamePattern] = [:]

  package var isEmpty: Bool { images.isEmpty && names.isEmpty && labels.isEmpty }
}

extension ContainerPatterns: SettingsSection {
  package static let schema = Schema(
    "How containers are recognised; each key alone is enough.", defaults: ContainerPatterns()
  ) {
    Key("images", \.images, doc: "Patterns for whole names of images, with their registry and tag.")
    Key("names", \.names, doc: "Patterns for whole names of containers.")
    Key("labels", \.labels, doc: "Labels, each with a pattern for its whole value.")
  }
}
