import Kafka
import Model
import Simulation
import TestSupport
import Testing

@testable import Monitor

/// Coordinators that move, load, or are two at a time.
@Suite(.timeLimit(.minutes(2))) struct MovingGroupTests {
  private static let fifteen = [Int64](repeating: 105, count: 6)

  private static func watching(
    _ body: (Watcher, CollectorWorld) async throws -> Void
  ) async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      try await world.watching { watcher throws in
        _ = try await watcher.cycle()
        world.simulation.change { $0.goOn() }
        try await body(watcher, world)
      }
    }
  }

  @Test(arguments: [APIKey.offsetFetch, .describeGroups])
  func
    `trap 18: a group that moves between two questions is asked for at its new coordinator in the same cycle`(
      api: APIKey
    ) async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.beforeNext(api, to: 1) { $0.groups["group-1"]?.coordinator = 3 }
      let section = try await watcher.cycle()
      #expect(section.offsets(of: "group-1") == Self.fifteen)
      #expect(section.group("group-1")?.members?.count == 1)
      #expect(section.reading.groups.map(\.name) == Trio.groups)
      #expect(section.unreadCount("committed_offsets", "NOT_COORDINATOR") <= 1)
      #expect(try await watcher.cycle().group("group-1")?.coordinator == 3)
    }
  }

  @Test(arguments: [ErrorCode.coordinatorLoadInProgress, .coordinatorNotAvailable, .notCoordinator])
  func `trap 18: a coordinator that is not ready once is asked once more in the same cycle`(code: ErrorCode)
    async throws
  {
    for api in [APIKey.offsetFetch, .describeGroups, .listGroups] {
      try await Self.watching { watcher, world throws in
        world.simulation.setFault(.error(code), broker: 1, api: api, times: 1)
        let section = try await watcher.cycle()
        #expect(section.offsets(of: "group-1") == Self.fifteen, "\(api)")
        #expect(section.group("group-1")?.members?.count == 1, "\(api)")
        #expect(section.reading.brokers.map(\.answers) == [true, true, true])
        #expect(world.simulation.requests(broker: 1, api: .listGroups) == 3)
      }
    }
  }

  @Test(arguments: [APIKey.offsetFetch, .listGroups])
  func `trap 18: while a coordinator goes on loading, what was known stays for as long as anything stale may`(
    api: APIKey
  ) async throws {
    try await Self.watching { watcher, world throws in
      world.simulation.setFault(.error(.coordinatorLoadInProgress), broker: 1, api: api)
      for _ in 1...3 {
        let section = try await watcher.cycle()
        #expect(section.offsets(of: "group-1") == [Int64](repeating: 100, count: 6))
        #expect(section.offsets(of: "group-2") == Self.fifteen)
        #expect(section.unread.contains { $0.reason == "COORDINATOR_LOAD_IN_PROGRESS" })
      }
      #expect(try await watcher.cycle().offsets(of: "group-1") == nil)
      world.simulation.setFault(nil, broker: 1, api: api)
      #expect(try await watcher.cycle().offsets(of: "group-1") == Self.fifteen)
    }
  }

  @Test
  func `trap 18: a group that its old coordinator let go of and the new one still loads stays as it was`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.change { $0.groups["group-1"]?.coordinator = 2 }
      world.simulation.setFault(.error(.coordinatorLoadInProgress), broker: 2, api: .listGroups)
      let section = try await watcher.cycle()
      #expect(section.offsets(of: "group-1") == [Int64](repeating: 100, count: 6))
      #expect(section.offsets(of: "group-3") == Self.fifteen)
      world.simulation.setFault(nil, broker: 2, api: .listGroups)
      let later = try await watcher.cycle()
      #expect(later.offsets(of: "group-1") == Self.fifteen)
      #expect(later.group("group-1")?.coordinator == 2)
    }
  }

  @Test func `a group that is deleted while everybody answers is gone at once`() async throws {
    try await Self.watching { watcher, world throws in
      world.simulation.change { $0.groups["group-1"] = nil }
      #expect(try await watcher.cycle().reading.groups.map(\.name) == ["group-2", "group-3"])
    }
  }

  @Test func `trap 16: a group that two brokers list is one group, of the broker that knows it`() async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.setFault(.stall, broker: 2, api: .listGroups)
      let before = world.simulation.requests(broker: 1, api: .offsetFetch)
      async let cycle = watcher.cycle()
      try await eventually("the old coordinator has answered") {
        world.simulation.requests(broker: 1, api: .offsetFetch) > before
      }
      world.simulation.change { $0.groups["group-1"]?.coordinator = 2 }
      world.simulation.setFault(nil, broker: 2, api: .listGroups)
      let section = try await cycle
      #expect(section.reading.groups.map(\.name) == Trio.groups)
      #expect(section.offsets(of: "group-1") == Self.fifteen)
    }
  }

  @Test
  func `trap 6: nobody waits for pending transactional commits, and an unstable answer keeps the last one`()
    async throws
  {
    try await Self.watching { watcher, world throws in
      world.simulation.setFault(.error(.unstableOffsetCommit), broker: 1, api: .offsetFetch)
      let section = try await watcher.cycle()
      #expect(section.offsets(of: "group-1") == [Int64](repeating: 100, count: 6))
      #expect(section.unreadCount("committed_offsets", "UNSTABLE_OFFSET_COMMIT") == 1)
      let asked = world.simulation.received(OffsetFetchRequest.self)
      #expect(!asked.isEmpty && asked.allSatisfy { !$0.requireStable })
    }
  }

  @Test func `a single partition whose commit is refused is missing, and that is said`() async throws {
    try await Self.watching { watcher, world throws in
      world.simulation.change {
        $0.groups["group-1"]?.commits["orders"]?[2]?.error = .unstableOffsetCommit
      }
      let section = try await watcher.cycle()
      #expect(section.offsets(of: "group-1")?.count == 5)
      #expect(section.unreadCount("committed_offsets", "UNSTABLE_OFFSET_COMMIT") == 1)
    }
  }
}
