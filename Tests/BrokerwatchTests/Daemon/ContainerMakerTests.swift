import Model
import Monitor
import Systemd
import TestSupport
import Testing
import Transport

@testable import brokerwatch

@Suite struct ContainerMakerTests {
  @Test func `a collector goes on under settings that stay, and a new one is made for others`() throws {
    let loop = try EventLoop(name: "test")
    let maker = ContainerMaker(
      on: loop, client: try HTTPClient(on: loop, userAgent: "test"),
      board: HostBoard(store: WorldStore(time: SystemTime())))
    var settings = ContainersConfiguration().settings
    let first = try #require(maker.collector(for: settings))
    #expect(first.isSame(as: try #require(maker.collector(for: settings))))
    settings.interval = .seconds(7)
    let second = try #require(maker.collector(for: settings))
    #expect(!second.isSame(as: first))
    #expect(maker.collector(for: nil) == nil)
    // Its connections ended for good.
    #expect(!second.isSame(as: try #require(maker.collector(for: settings))))
    loop.stop()
  }
}
