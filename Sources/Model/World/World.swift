/// The newest section of each kind. Immutable: a change makes a new `World`.
package struct World: Sendable {
  /// The newest version among the sections.
  package internal(set) var version: UInt64 = 0
  package internal(set) var watcher: Section<WatcherSection>?
  package internal(set) var collectors: Section<CollectorsSection>?

  package init() {}
}
