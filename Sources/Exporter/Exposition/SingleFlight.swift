import Model

/// Lets everybody who asks for the same thing at the same time share one making of it.
///
/// Who asks gets what was begun for his version of the world or a newer one: he joins a running flight that is new
/// enough, and otherwise the next one, so nobody waits for more than two.
final class SingleFlight<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  enum Turn: Sendable {
    /// Make the value, and `land` it.
    case lead
    case landed(Value)
  }

  private typealias Waiter = CheckedContinuation<Turn, Never>

  private struct Flight: Sendable {
    var version: UInt64
    var waiters: [Waiter] = []
    /// Those who know of a newer world than the running flight's, and what they know of.
    var next: [Waiter] = []
    var nextVersion: UInt64 = 0
  }

  private let flights = Locked<[Key: Flight]>([:])

  func join(_ key: Key, version: UInt64) async -> Turn {
    await withCheckedContinuation { waiter in
      let leads = flights.withLock { flights in
        guard var flight = flights[key] else {
          flights[key] = Flight(version: version)
          return true
        }
        if flight.version >= version {
          flight.waiters.append(waiter)
        } else {
          flight.next.append(waiter)
          flight.nextVersion = max(version, flight.nextVersion)
        }
        flights[key] = flight
        return false
      }
      if leads { waiter.resume(returning: .lead) }
    }
  }

  /// Gives the value to all who wait for it, and the lead to the first of those who need a newer one.
  func land(_ key: Key, _ value: Value) {
    let (landed, leader) = flights.withLock { flights -> ([Waiter], Waiter?) in
      guard let flight = flights.removeValue(forKey: key) else { return ([], nil) }
      if !flight.next.isEmpty {
        flights[key] = Flight(version: flight.nextVersion, waiters: Array(flight.next.dropFirst()))
      }
      return (flight.waiters, flight.next.first)
    }
    leader?.resume(returning: .lead)
    for waiter in landed { waiter.resume(returning: .landed(value)) }
  }
}
