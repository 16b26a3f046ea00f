package import Patterns

/// Which containers are watched.
package struct ContainerFilter: Sendable, Hashable {
  package var names: NameFilter
  package var images: NameFilter
  /// Patterns for `key=value`; nil asks for no label.
  package var wantedLabels: NameFilter?
  package var unwantedLabels: NameFilter?

  package init(
    names: NameFilter = .everything, images: NameFilter = .everything, wantedLabels: NameFilter? = nil,
    unwantedLabels: NameFilter? = nil
  ) {
    self.names = names
    self.images = images
    self.wantedLabels = wantedLabels
    self.unwantedLabels = unwantedLabels
  }

  func includes(name: String, image: String, labels: [String: String]) -> Bool {
    names.includes(name) && images.includes(image)
      && wantedLabels.map { Self.any(of: labels, $0) } ?? true
      && !(unwantedLabels.map { Self.any(of: labels, $0) } ?? false)
  }

  private static func any(of labels: [String: String], _ filter: NameFilter) -> Bool {
    labels.contains { filter.includes("\($0.key)=\($0.value)") }
  }
}
