import Model

/// How long brokers took to answer the first question of each cycle.
struct ProbeLedger: Sendable {
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

  private(set) var durations: [NodeID: Histogram] = [:]

  mutating func record(_ duration: Duration, of broker: NodeID) {
    durations[broker, default: Histogram(bounds: Self.bounds)].observe(duration.seconds)
  }

  mutating func keep(only brokers: Set<NodeID>) {
    durations = durations.filter { brokers.contains($0.key) }
  }
}
