import Model
import Monitor

/// The one collector of its kind, made anew only for other settings: until then what it knows and keeps open goes on.
final class KeptCollector<Settings: Equatable & Sendable, Kept: Collector>: Sendable {
  private let last = Locked<(settings: Settings, collector: Kept)?>(nil)

  func collector(for settings: Settings, make: () -> Kept) -> Kept {
    last.withLock { last in
      if let last, last.settings == settings { return last.collector }
      let made = make()
      last = (settings, made)
      return made
    }
  }
}
