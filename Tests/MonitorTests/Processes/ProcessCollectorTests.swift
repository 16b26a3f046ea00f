import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct ProcessCollectorTests {
  private let fixture: ProcfsFixture
  private let store: WorldStore
  private let time = ManualTime()

  init() throws {
    fixture = try ProcfsFixture()
    store = WorldStore(time: time)
  }

  private var collector: ProcessCollector {
    let settings = ProcessCollector.Settings(
      procfs: Procfs(root: fixture.root), recognise: ProcessWatch.kafka)
    return ProcessCollector(settings, board: HostBoard(store: store), store: store, time: time)
  }

  @Test func `without a broker there is nothing to watch, and that is said with the number of processes`()
    async throws
  {
    var shell = ProcfsFixture.Process(pid: 5)
    shell.arguments = ["sh"]
    try fixture.put(shell)
    await #expect {
      try await collector.tick()
    } throws: { error in
      (error as? NothingToWatch)?.description
        == "no broker among the 1 processes that can be seen in \(fixture.root)"
    }
    #expect(store.current.processes?.value == ProcessesSection())
  }

  @Test func `a broker that is gone keeps the collector watching until it is forgotten`() async throws {
    let collector = collector
    try fixture.put(ProcfsFixture.Process(pid: 10))
    try await collector.tick()
    try fixture.remove("10")
    time.advance(by: .seconds(10))
    try await collector.tick()
    #expect(store.current.processes?.value.processes.map(\.isUp) == [false])
    time.advance(by: .seconds(86_400))
    await #expect(throws: NothingToWatch.self) { try await collector.tick() }
  }

  @Test func `a copy of it is the same collector, one made anew is not`() {
    let one = collector
    #expect(one.isSame(as: one))
    #expect(!one.isSame(as: collector))
  }
}
