import Model
import Testing

@Suite struct WorldStoreTests {
  private struct FixedTime: TimeSource {
    let uptime: Duration
    func now() -> Moment { Moment(wall: Timestamp(seconds: 1_700_000_000), uptime: uptime) }
    func onJump(_ wake: @escaping @Sendable () -> Void) {}
  }

  private func status(_ name: String) -> CollectorsSection {
    CollectorsSection(collectors: [
      CollectorStatus(name: name, watches: "tests", state: .starting, interval: .seconds(1))
    ])
  }

  @Test func `a replacement leaves a world taken before it untouched`() {
    let store = WorldStore(time: FixedTime(uptime: .seconds(5)))
    store.replace(\.collectors, with: status("first"), staleAfter: .seconds(30))
    let before = store.current
    store.replace(\.collectors, with: status("second"), staleAfter: .seconds(30))
    #expect(before.collectors?.value.collectors.map(\.name) == ["first"])
    #expect(store.current.collectors?.value.collectors.map(\.name) == ["second"])
    #expect(store.current.version > before.version)
    #expect(store.current.version == store.current.collectors?.version)
  }

  @Test func `a section is believed until its age exceeds its limit`() throws {
    let store = WorldStore(time: FixedTime(uptime: .seconds(100)))
    store.replace(\.collectors, with: status("any"), staleAfter: .seconds(30))
    let section = try #require(store.current.collectors)
    let wall = Timestamp(seconds: 0)
    #expect(section.age(at: Moment(wall: wall, uptime: .seconds(130))) == .seconds(30))
    #expect(section.isFresh(at: Moment(wall: wall, uptime: .seconds(130))))
    #expect(!section.isFresh(at: Moment(wall: wall, uptime: .seconds(131))))
  }

  @Test func `replacements from many tasks all count`() async {
    let store = WorldStore(time: SystemTime())
    await withTaskGroup { group in
      for task in 0..<8 {
        group.addTask {
          for _ in 0..<500 { store.replace(\.collectors, with: status("\(task)"), staleAfter: .seconds(1)) }
        }
      }
    }
    #expect(store.current.version == 4000)
  }
}
