import Model
import Testing

@testable import Monitor

@Suite struct OOMLedgerTests {
  private func reading(_ isKilled: Bool?, startedAt: Int64) -> ContainerReading {
    var reading = ContainerReading(id: "a", name: "a")
    reading.isOOMKilled = isKilled
    reading.startedAt = Timestamp(nanoseconds: startedAt)
    return reading
  }

  @Test func `every event counts once`() {
    var ledger = OOMLedger()
    ledger.sawEvent(at: 10)
    ledger.sawEvent(at: 10)
    ledger.sawEvent(at: 11)
    #expect(ledger.count == 2)
  }

  @Test func `an inspection adds nothing to its event, nor the event to it`() {
    var ledger = OOMLedger()
    ledger.sawEvent(at: 10)
    ledger.see(reading(true, startedAt: 5), now: Timestamp(nanoseconds: 12))
    #expect(ledger.count == 1)
    ledger.see(reading(true, startedAt: 20), now: Timestamp(nanoseconds: 25))
    ledger.sawEvent(at: 24)
    #expect(ledger.count == 2)
  }

  @Test func `an inspection tells of a lost event, once for each run`() {
    var ledger = OOMLedger()
    ledger.see(reading(true, startedAt: 5), now: Timestamp(nanoseconds: 12))
    ledger.see(reading(true, startedAt: 5), now: Timestamp(nanoseconds: 13))
    #expect(ledger.count == 1)
    ledger.see(reading(false, startedAt: 14), now: Timestamp(nanoseconds: 15))
    ledger.see(reading(nil, startedAt: 16), now: Timestamp(nanoseconds: 17))
    #expect(ledger.count == 1)
  }
}
