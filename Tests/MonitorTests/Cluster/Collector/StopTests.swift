import Kafka
import Model
import Simulation
import Systemd
import TestSupport
import Testing

@testable import Monitor

/// A watcher that is told to stop in the middle of anything.
@Suite(.timeLimit(.minutes(2))) struct StopTests {
  static let faults: [Fault?] = [nil, .stall, .refuse, .drip, .closeMidFrame]

  /// Ticks until it is cancelled, which it is once the brokers have got so many requests. The clock stands still meanwhile: nothing
  /// may wait for it.
  private static func stop(_ world: CollectorWorld, after requests: Int) async throws {
    let watcher = Watcher(world, world.settings)
    let target = world.simulation.requests() + requests
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await watcher.client.whileConnected {
          while !Task.isCancelled { _ = try? await watcher.watch.read() }
        }
      }
      try await eventually("enough was asked") { world.simulation.requests() >= target }
      group.cancelAll()
      try await group.waitForAll()
    }
    try await eventually("every connection is closed") { world.simulation.connections() == 0 }
    #expect(world.loop.pendingTimers == 0)
  }

  @Test(arguments: faults)
  func `wherever a cycle is interrupted, it ends without waiting for anything and leaves no connection`(
    fault: Fault?
  )
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      world.simulation.setFault(fault, broker: 2)
      for requests in [1, 2, 3, 5, 8, 13] {
        try await Self.stop(world, after: requests)
      }
    }
  }

  @Test func `many watchers, stopped anywhere, leave no descriptor open`() async {
    await #expect(processExitsWith: .success) {
      try await CollectorWorld.with(Trio.cluster()) { world throws in
        try await StopTests.stop(world, after: 5)
        let before = openDescriptors()
        for requests in 1...20 {
          world.simulation.setFault(requests % 3 == 0 ? .stall : nil, broker: 3)
          try await StopTests.stop(world, after: requests)
        }
        try await eventually("all descriptors are closed") { openDescriptors() <= before }
      }
    }
  }

  @Test(arguments: [Fault.refuse, .stall])
  func `however long a broker was away, it is back in the first cycle after`(fault: Fault) async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        world.simulation.setFault(fault, broker: 2)
        for _ in 1...7 { #expect(try await watcher.patientCycle().broker(2)?.answers == false) }
        world.simulation.setFault(nil, broker: 2)
        #expect(try await watcher.patientCycle().broker(2)?.answers == true)
      }
    }
  }

  @Test func `a cycle that has used up its time asks nothing more, and keeps its connections`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        let connections = world.simulation.connections()
        let asking = CycleAsking(
          client: watcher.client, time: world.time, deadline: .seconds(2), end: world.time.now().uptime)
        let address = try world.candidate(1).address
        let (counts, answer) = await world.requests {
          await asking.ask(ListGroupsRequest(), address, for: "groups")
        }
        #expect(answer == nil)
        #expect(counts.isEmpty)
        #expect(asking.unread == [UnreadPart(part: "groups", reason: "timeout")])
        #expect(world.simulation.connections() == connections)
        #expect(try await watcher.cycle().unread.isEmpty)
        #expect(watcher.meter.statistics.requests[.apiVersions] == UInt64(connections))
      }
    }
  }

  @Test func `only wanted connections stay: two to every broker, and one for what waits for the controller`()
    async throws
  {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        for _ in 1...10 { _ = try await watcher.cycle() }
        #expect(world.simulation.connections() == 7)
        #expect(watcher.meter.statistics.requests[.apiVersions] == 7)
      }
      try await eventually("every connection is closed") { world.simulation.connections() == 0 }
    }
  }
}
