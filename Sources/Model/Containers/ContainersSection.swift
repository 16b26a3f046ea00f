/// The containers of this host.
package struct ContainersSection: Sendable, Hashable {
  /// Sorted by name; no name stands twice.
  package var containers: [ContainerReading]
  /// How often each kind of event was seen, with zeros for the others.
  package var events: [ContainerAction: UInt64]
  package var unread: [UnreadPart]

  package init(
    containers: [ContainerReading] = [], events: [ContainerAction: UInt64] = [:], unread: [UnreadPart] = []
  ) {
    self.containers = containers
    self.events = events
    self.unread = unread
  }
}
