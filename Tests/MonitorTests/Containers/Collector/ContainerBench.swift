import Model
import Systemd
import TestSupport
import Transport

@testable import Monitor

/// A collector before a scripted engine, by a clock that stands still until a test moves it.
struct ContainerBench {
  let engine: FakeEngine
  let time = ManualTime()
  let loop: EventLoop
  let store: WorldStore
  let collector: ContainerCollector

  init(_ change: (inout ContainerCollectorSettings) -> Void = { _ in }) async throws {
    engine = try await FakeEngine()
    loop = try EventLoop(name: "test", time: time)
    store = WorldStore(time: time)
    var settings = ContainerCollectorSettings()
    settings.address = engine.address
    change(&settings)
    collector = ContainerCollector(
      settings, client: try HTTPClient(on: loop, userAgent: "test"), board: HostBoard(store: store), on: loop)
  }

  var section: ContainersSection { store.current.containers?.value ?? ContainersSection() }

  func container(_ name: String) -> ContainerReading? {
    section.containers.first { $0.name == name }
  }

  /// Runs the body while events are listened to, as the daemon does.
  func whileOpen(_ body: () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let collector = collector
      group.addTask { await collector.stayOpen { await untilCancelled() } }
      try await body()
      group.cancelAll()
    }
    loop.stop()
  }

  /// Waits until the section says so; what follows an event is nobody's to await.
  func eventually(_ awaited: String, _ condition: (ContainersSection) -> Bool) async throws {
    try await TestSupport.eventually(awaited) { condition(section) }
  }
}
