import Testing

@testable import Exporter

/// Every join of these tests has happened when the next line runs: an immediate task runs until it first waits.
@Suite struct SingleFlightTests {
  private enum Outcome: Equatable {
    case leads(String)
    case lands(String, Int)
  }

  private func join(
    _ flights: SingleFlight<String, Int>, version: UInt64, as name: String
  ) async -> Outcome {
    switch await flights.join("page", version: version) {
    case .lead: .leads(name)
    case .landed(let value): .lands(name, value)
    }
  }

  @Test func `who knows of no newer world shares the running flight, who does waits for the next`() async {
    let flights = SingleFlight<String, Int>()
    await withTaskGroup(of: Outcome.self) { group in
      group.addImmediateTask { await join(flights, version: 5, as: "leader") }
      #expect(await group.next() == .leads("leader"))
      group.addImmediateTask { await join(flights, version: 5, as: "same") }
      flights.land("page", 50)
      #expect(await group.next() == .lands("same", 50))

      group.addImmediateTask { await join(flights, version: 5, as: "leader") }
      #expect(await group.next() == .leads("leader"))
      group.addImmediateTask { await join(flights, version: 7, as: "newer") }
      group.addImmediateTask { await join(flights, version: 6, as: "also newer") }
      flights.land("page", 51)
      #expect(await group.next() == .leads("newer"))
      group.addImmediateTask { await join(flights, version: 7, as: "third") }
      flights.land("page", 70)
      let landed = [await group.next(), await group.next()]
      #expect(landed.contains(.lands("also newer", 70)))
      #expect(landed.contains(.lands("third", 70)))
    }
  }

  @Test func `after a flight without followers the next caller leads`() async {
    let flights = SingleFlight<String, Int>()
    #expect(await join(flights, version: 1, as: "first") == .leads("first"))
    flights.land("page", 1)
    #expect(await join(flights, version: 1, as: "second") == .leads("second"))
  }
}
