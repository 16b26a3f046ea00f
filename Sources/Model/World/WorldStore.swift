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
    world.withLock { world in
      world.version += 1
      world[keyPath: section] = Section(
        version: world.version, readAt: readAt, staleAfter: staleAfter, value: value)
    }
  }
}
