import Model

/// Which events were seen, and how many of each kind.
struct EventLedger: Sendable {
  private struct Key: Hashable {
    let id: String
    let action: ContainerAction
    let time: Int64
  }

  /// Engines keep fewer to tell again.
  private static let remembered = 1024

  private(set) var counts = Dictionary(uniqueKeysWithValues: ContainerAction.allCases.map { ($0, UInt64(0)) })
  /// The newest time, in nanoseconds since 1970 by the engine's clock.
  private(set) var newest: Int64?
  private var seen: Set<Key> = []
  private var order: [Key] = []
  private var oldest = 0

  /// False for one that was told before; whoever asks again with an overlap is told some twice.
  mutating func isNew(_ event: ContainerEvent) -> Bool {
    guard let action = event.action else { return false }
    let key = Key(id: event.id, action: action, time: event.time)
    guard seen.insert(key).inserted else { return false }
    newest = max(newest ?? .min, event.time)
    if order.count < Self.remembered {
      order.append(key)
    } else {
      seen.remove(order[oldest])
      order[oldest] = key
      oldest = (oldest + 1) % Self.remembered
    }
    return true
  }

  mutating func count(_ action: ContainerAction) {
    counts[action, default: 0] &+= 1
  }
}
