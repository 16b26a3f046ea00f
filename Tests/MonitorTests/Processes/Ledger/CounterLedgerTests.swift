import Model
import Testing

@testable import Monitor

@Suite struct CounterLedgerTests {
  @Test func `counters go on where the process before stopped`() {
    var ledger = CounterLedger()
    #expect(ledger.observe([.cpuTime: 100], isAnother: false) == [.cpuTime: 100])
    #expect(ledger.observe([.cpuTime: 3], isAnother: true) == [.cpuTime: 103])
    #expect(ledger.observe([.cpuTime: 5], isAnother: false) == [.cpuTime: 105])
    #expect(ledger.observe([.cpuTime: 200], isAnother: true) == [.cpuTime: 305])
  }

  @Test func `a counter that begins anew in the same process goes on too`() {
    var ledger = CounterLedger()
    _ = ledger.observe([.safepoints: 40], isAnother: false)
    #expect(ledger.observe([.safepoints: 2], isAnother: false) == [.safepoints: 42])
  }

  @Test func `what is not known now is absent, and goes on when it is known again`() {
    var ledger = CounterLedger()
    _ = ledger.observe([.readBytes: 10, .cpuTime: 1], isAnother: false)
    #expect(ledger.observe([.cpuTime: 1], isAnother: true) == [.cpuTime: 2])
    #expect(ledger.observe([.cpuTime: 1, .readBytes: 4], isAnother: false) == [.cpuTime: 2, .readBytes: 14])
  }

  @Test func `it keeps no more counters than it may`() {
    var ledger = CounterLedger()
    for number in 0..<(CounterLedger.maxCells + 10) {
      _ = ledger.observe([.collections(gc: "\(number)"): 1], isAnother: false)
    }
    #expect(ledger.observe([.collections(gc: "new"): 1], isAnother: false).isEmpty)
    #expect(ledger.observe([.collections(gc: "0"): 1], isAnother: false) == [.collections(gc: "0"): 1])
  }
}
