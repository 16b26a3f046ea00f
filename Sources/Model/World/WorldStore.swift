/// Holds the current `World`; collectors replace sections in it, everything else reads it.
package final class WorldStore: Sendable {
  private let world = Locked(World())
  private let time: any TimeSource

  package init(time: any TimeSource) {
    self.time = time
  }

  package var current: World {
    world.withLock { $0 }
  }

  /// Replaces one section.
  ///
  /// A value that equals the old one still counts as read again.
  package func replace<Value>(
    _ section: any WritableKeyPath<World, Section<Value>?> & Sendable, with value: Value, staleAfter: Duration
  ) {
    let readAt = time.now()
    world.withLock { $0.replace(section, with: value, readAt: readAt, staleAfter: staleAfter) }
  }

  /// Changes several sections at once: nobody sees one without the other.
  package func update(_ change: (inout World, Moment) -> Void) {
    let readAt = time.now()
    world.withLock { change(&$0, readAt) }
  }
}
