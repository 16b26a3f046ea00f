import Model
import Testing

@testable import Monitor

@Suite struct RestartLedgerTests {
  /// What an inspection says: the engine's own count, the second of the last start, and the state.
  private func seen(_ count: UInt64, _ start: Int64?, _ state: ContainerState = .running)
    -> InspectedContainer
  {
    var container = InspectedContainer()
    container.restartCount = count
    container.reading.startedAt = start.map(Timestamp.init(seconds:))
    container.reading.state = state
    return container
  }

  private func count(_ first: InspectedContainer, _ later: InspectedContainer...) -> UInt64 {
    var ledger = RestartLedger(first)
    for container in later { ledger.see(container) }
    return ledger.count
  }

  @Test func `the engine's count is where it begins`() {
    #expect(count(seen(5, 1)) == 5)
  }

  @Test func `looking twice counts nothing twice`() {
    #expect(count(seen(0, 1), seen(1, 2), seen(1, 2), seen(1, 2)) == 1)
  }

  @Test func `the first start is no restart`() {
    #expect(count(seen(0, nil, .created), seen(0, 1)) == 0)
  }

  @Test func `who starts it by hand resets the engine's count, not ours`() {
    #expect(count(seen(0, 1), seen(0, 1, .exited), seen(0, 2)) == 1)
    #expect(count(seen(7, 1), seen(0, 2)) == 8)
    #expect(count(seen(7, 1), seen(2, 9)) == 10)
  }

  @Test func `the engine counts a restart before it happens`() {
    #expect(count(seen(0, 1), seen(1, 1, .restarting), seen(1, 2)) == 1)
    #expect(count(seen(0, 1), seen(1, 1, .restarting), seen(2, 2, .restarting), seen(2, 3)) == 2)
  }

  @Test func `several that nobody saw are counted all the same`() {
    #expect(count(seen(0, 1), seen(9, 10)) == 9)
  }

  @Test func `a restarted engine forgets its count`() {
    #expect(count(seen(3, 1), seen(0, 1)) == 3)
    #expect(count(seen(3, 1), seen(0, 2)) == 4)
  }
}
