import Model

/// Writes one metric's rows from one section of the world, whatever the section's type.
struct MetricReader: Sendable {
  /// What tells whether rows that were written before still hold.
  struct SectionState: Sendable, Hashable {
    let version: UInt64
    /// The last time at which the section is believed, on the boot clock.
    let freshUntil: Duration
  }

  let state: @Sendable (World) -> SectionState?
  let write: @Sendable (World, inout RowWriter) -> Void

  /// Reads one more section: what people call the things in the first one may change without them.
  init<Value>(
    from section: any KeyPath<World, Section<Value>?> & Sendable,
    named: @escaping @Sendable (Value, BrokerNames, inout RowWriter) -> Void
  ) {
    state = { world in
      world[keyPath: section].map {
        SectionState(
          // Versions are never used twice, so the newer one tells both.
          version: max($0.version, world.discovery?.version ?? 0),
          freshUntil: $0.readAt.uptime + $0.staleAfter)
      }
    }
    write = { world, rows in
      guard let section = world[keyPath: section] else { return }
      named(section.value, world.discovery?.value.names ?? BrokerNames(), &rows)
    }
  }

  /// Reads all sections; rows that depend on their ages must say until when they hold.
  init(fromWorld read: @escaping @Sendable (World, inout RowWriter) -> Void) {
    state = { SectionState(version: $0.version, freshUntil: .seconds(Int64.max)) }
    write = read
  }

  init<Value>(
    from section: any KeyPath<World, Section<Value>?> & Sendable,
    _ read: @escaping @Sendable (Value, inout RowWriter) -> Void
  ) {
    state = { world in
      world[keyPath: section].map {
        SectionState(version: $0.version, freshUntil: $0.readAt.uptime + $0.staleAfter)
      }
    }
    write = { world, rows in
      guard let section = world[keyPath: section] else { return }
      read(section.value, &rows)
    }
  }
}
