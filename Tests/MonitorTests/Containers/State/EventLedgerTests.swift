import Model
import Testing

@testable import Monitor

@Suite struct EventLedgerTests {
  @Test func `it forgets what no engine tells again, and grows no further`() {
    var ledger = EventLedger()
    func event(_ time: Int64) -> ContainerEvent { ContainerEvent(id: "a", action: .die, time: time) }
    for time in 0..<5000 { #expect(ledger.isNew(event(Int64(time))) == true) }
    // An engine keeps 256.
    for time in 4744..<5000 { #expect(ledger.isNew(event(Int64(time))) == false) }
    #expect(ledger.isNew(event(0)) == true)
    #expect(ledger.newest == 4999)
  }

  @Test func `the same moment may hold several`() {
    var ledger = EventLedger()
    #expect(ledger.isNew(ContainerEvent(id: "a", action: .die, time: 1)) == true)
    #expect(ledger.isNew(ContainerEvent(id: "a", action: .stop, time: 1)) == true)
    #expect(ledger.isNew(ContainerEvent(id: "b", action: .die, time: 1)) == true)
    #expect(ledger.isNew(ContainerEvent(id: "b", action: .die, time: 1)) == false)
  }
}
