package import Patterns

/// What somebody calls a broker of this host, and how it is told from others.
package struct NamedBroker: Sendable, Hashable {
  package let name: String
  /// Nil: whatever profile recognises it.
  package var profile: String?
  /// For the whole command line, its arguments joined by spaces.
  package var command: NamePattern?
  package var container: NamePattern?
  package var unit: NamePattern?
  package var dataDirectories: [String] = []

  package init(name: String) {
    self.name = name
  }
}
