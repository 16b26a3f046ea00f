import Kafka
import Model
import Simulation
import TestSupport
import Testing

@testable import Monitor

/// Connections that are not wanted any more before they are made.
@Suite(.timeLimit(.minutes(2))) struct LinkRetirementTests {
  @Test func `a connection that is given up while it is made does not stay open`() async throws {
    try await CollectorWorld.with(Trio.cluster()) { world throws in
      world.simulation.setFault(.stall, broker: 1, api: .apiVersions)
      try await world.watching { watcher throws in
        let address = try world.candidate(1).address
        async let isConnected = (try? watcher.client.connection(to: address, deadline: .seconds(60))) != nil
        try await eventually("the broker was asked") { world.simulation.requests(api: .apiVersions) == 1 }
        await watcher.client.keep(only: [])
        #expect(await !isConnected)
        world.simulation.setFault(nil, broker: 1, api: .apiVersions)
        try await eventually("nothing is left") { world.simulation.connections() == 0 }
        let answer = try await watcher.client.send(ListGroupsRequest(), to: address, deadline: .seconds(60))
        #expect(answer.groups.map(\.groupID) == ["group-1"])
        #expect(world.simulation.connections() == 1)
      }
    }
  }
}
