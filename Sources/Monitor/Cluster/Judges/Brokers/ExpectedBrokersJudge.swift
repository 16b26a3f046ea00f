package import Model

/// Which brokers there ought to be: configured, else registered, else named in any replica list.
package struct ExpectedBrokersJudge: Sendable {
  /// How long the last list of registered brokers stands when it cannot be read again.
  private static let registrationsLast: Tenths = 6000

  private var registered: (brokers: [NodeID], readAt: Tenths)?
  private var last: ExpectedBrokers?

  package init() {}

  /// A broker in none of the lists is forgotten at once: taking one out of service must page nobody.
  package mutating func judge(_ cycle: Cycle, configured: Int?) -> ExpectedBrokers? {
    let reading = cycle.reading
    if reading.brokers.contains(where: { $0.isRegistered != nil }) {
      registered = (reading.brokers.filter { $0.isRegistered == true }.map(\.id), cycle.now)
    }
    if let known = registered, Int(cycle.now) - Int(known.readAt) > Int(Self.registrationsLast) {
      registered = nil
    }
    let named = registered?.brokers ?? Self.replicas(of: reading)
    // Nothing at all was read: what was expected before still is.
    guard !named.isEmpty else { return configured.map { last ?? ExpectedBrokers(configured: $0) } ?? last }
    if let configured {
      last = ExpectedBrokers(source: .configured, count: configured, brokers: named)
    } else {
      last = ExpectedBrokers(
        source: registered == nil ? .replicas : .registered, count: named.count, brokers: named)
    }
    return last
  }

  private static func replicas(of reading: ClusterReading) -> [NodeID] {
    var brokers = Set(reading.brokers.lazy.filter { $0.isLive == true }.map(\.id))
    for row in 0..<reading.partitions.count { brokers.formUnion(reading.partitions.replicas[row]) }
    return brokers.sorted()
  }
}

extension ExpectedBrokers {
  fileprivate init(configured: Int) {
    self.init(source: .configured, count: configured, brokers: [])
  }
}
