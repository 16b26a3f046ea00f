/// A path of the host that a container sees.
package struct ContainerMount: Sendable, Hashable {
  /// On the host.
  package var source: String
  /// Inside.
  package var destination: String

  package init(source: String, destination: String) {
    self.source = source
    self.destination = destination
  }
}
