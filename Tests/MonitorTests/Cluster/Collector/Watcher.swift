import Kafka
import Model
import Simulation
import Systemd
import TestSupport

@testable import Monitor

/// One watcher of a simulated cluster, whose cycles a test starts one by one.
struct Watcher: Sendable {
  let world: CollectorWorld
  let settings: ClusterCollectorSettings
  let meter = RequestMeter()
  let client: ClusterClient
  let watch: ClusterWatch
  private let nextStart = Locked<Duration?>(nil)

  init(_ world: CollectorWorld, _ settings: ClusterCollectorSettings) {
    self.world = world
    self.settings = settings
    client = ClusterClient(
      ClusterClientSettings(connection: settings.connection, longestPause: settings.interval * 9 / 10),
      meter: meter, on: world.loop)
    watch = ClusterWatch(settings, client: client, on: world.loop)
  }

  /// The next cycle, an interval after the beginning of the one before. Nothing in it may have to wait for the clock.
  func cycle() async throws -> ClusterSection {
    try await untilNextStart()
    return try await watch.read()
  }

  /// A cycle in which somebody may not answer: whenever nothing moves, the clock does.
  func patientCycle() async throws -> ClusterSection {
    try await untilNextStart()
    return try await world.lettingTimePass { try await watch.read() }
  }

  /// In one jump, or step by step where something waits for its time.
  private func untilNextStart() async throws {
    await world.socketsAreSettled()
    let start = max(world.time.now().uptime, nextStart.withLock { $0 } ?? .zero)
    while world.time.now().uptime < start {
      let left = start - world.time.now().uptime
      guard world.loop.pendingTimers > 0 else {
        world.time.advance(by: left)
        break
      }
      try await world.timePasses(atMost: left)
    }
    nextStart.withLock { $0 = start + settings.interval }
  }
}

extension CollectorWorld {
  /// Runs the body with a watcher whose connections are closed afterwards.
  func watching<Result: Sendable>(
    _ settings: ClusterCollectorSettings? = nil, _ body: (Watcher) async throws -> Result
  ) async throws -> Result {
    let watcher = Watcher(self, settings ?? self.settings)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await watcher.client.whileConnected { await untilCancelled() } }
      defer { group.cancelAll() }
      return try await body(watcher)
    }
  }

  /// Runs the body and moves the clock in small steps whenever nothing else moves any more.
  func lettingTimePass<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        while !Task.isCancelled { try await timePasses() }
        return nil
      }
      defer { group.cancelAll() }
      while let result = try await group.next() {
        if let result { return result }
      }
      throw CancellationError()
    }
  }

  /// One step of the clock. Small ones while a broker lets somebody wait: who is only slow to be scheduled on a busy machine must not
  /// seem to be late.
  func timePasses(atMost limit: Duration = .seconds(1)) async throws {
    var (last, looks) = ([Int](), 0)
    var isAwaited = false
    try await eventually("nothing moves any more") {
      isAwaited = await simulation.waiting > 0
      await everybodyHadATurn()
      let now = [simulation.requests(), simulation.connections(), loop.pendingTimers]
      looks = now == last ? looks + 1 : 0
      last = now
      return looks >= (isAwaited ? 10 : 50)
    }
    time.advance(by: min(limit, isAwaited ? .milliseconds(250) : .seconds(1)))
  }
}
