package import Model

/// Where the host's collectors publish; each reading is shown together with the brokers that it belongs to.
package final class HostBoard: Sendable {
  private struct Memory {
    var profiles: ProfileCatalog
    var sights: HostSights?
  }

  private let store: WorldStore
  private let memory: Locked<Memory>
  private let changed: @Sendable () -> Void

  /// `changed` is called when other brokers were found than before, or other things of them.
  package init(
    store: WorldStore, profiles: ProfileCatalog = .builtIn, changed: @escaping @Sendable () -> Void = {}
  ) {
    self.store = store
    self.changed = changed
    memory = Locked(Memory(profiles: profiles))
  }

  /// What to recognise from now on.
  package func use(_ profiles: ProfileCatalog) {
    memory.withLock { memory in
      if memory.profiles != profiles { memory = Memory(profiles: profiles) }
    }
  }

  package func publish<Value>(
    _ section: any WritableKeyPath<World, Section<Value>?> & Sendable, _ value: Value, staleAfter: Duration
  ) {
    var isNew = false
    store.update { world, now in
      world.replace(section, with: value, readAt: now, staleAfter: staleAfter)
      guard let discovery = discovery(HostSights(world)), discovery != world.discovery?.value else { return }
      // It is as old as what it was made of, and those sections carry their own ages.
      world.replace(\.discovery, with: discovery, readAt: now, staleAfter: .seconds(Int64.max))
      isNew = true
    }
    if isNew { changed() }
  }

  /// Nil when nothing has changed that could matter.
  private func discovery(_ sights: HostSights) -> DiscoverySection? {
    memory.withLock { memory in
      guard memory.sights != sights else { return nil }
      memory.sights = sights
      return BrokerAssembly.section(sights, memory.profiles)
    }
  }
}
