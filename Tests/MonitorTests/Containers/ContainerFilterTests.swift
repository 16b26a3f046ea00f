import Patterns
import Testing

@testable import Monitor

@Suite struct ContainerFilterTests {
  private func patterns(_ texts: String...) throws -> NameFilter {
    NameFilter(include: try texts.map { try NamePattern($0) })
  }

  @Test func `without a word everything is watched`() {
    #expect(ContainerFilter().includes(name: "a", image: "", labels: [:]))
  }

  @Test func `name, image and labels all must agree`() throws {
    var filter = ContainerFilter()
    filter.names = try patterns("broker-.*")
    filter.images = try patterns("apache/kafka:.*")
    filter.wantedLabels = try patterns("env=prod", "tier=.*")
    filter.unwantedLabels = try patterns("watch=no")
    #expect(filter.includes(name: "broker-1", image: "apache/kafka:4.0", labels: ["env": "prod"]))
    #expect(filter.includes(name: "broker-1", image: "apache/kafka:4.0", labels: ["tier": "1", "x": "y"]))
    #expect(!filter.includes(name: "web", image: "apache/kafka:4.0", labels: ["env": "prod"]))
    #expect(!filter.includes(name: "broker-1", image: "redis", labels: ["env": "prod"]))
    #expect(!filter.includes(name: "broker-1", image: "apache/kafka:4.0", labels: ["env": "test"]))
    #expect(!filter.includes(name: "broker-1", image: "apache/kafka:4.0", labels: [:]))
    #expect(
      !filter.includes(name: "broker-1", image: "apache/kafka:4.0", labels: ["env": "prod", "watch": "no"]))
  }
}
