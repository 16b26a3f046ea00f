package import Model

/// Where the host's collectors publish; each reading is shown together with the brokers that it belongs to.
package final class HostBoard: Sendable {
  private let store: WorldStore

  package init(store: WorldStore) {
    self.store = store
  }

  func publish<Value>(
    _ section: any WritableKeyPath<World, Section<Value>?> & Sendable, _ value: Value, staleAfter: Duration
  ) {
    store.update { world, now in
      world.replace(section, with: value, readAt: now, staleAfter: staleAfter)
    }
  }
}
