package import Kafka

/// What a broker answers to ApiVersions.
package struct VersionTable: Sendable, Equatable {
  package var ranges: [Int16: ClosedRange<Int16>]

  package init(_ ranges: [APIKey: ClosedRange<Int16>]) {
    self.ranges = Dictionary(uniqueKeysWithValues: ranges.map { ($0.rawValue, $1) })
  }

  /// Every range from 0 on, but for the exceptions.
  init(upTo newest: [APIKey: Int16], from oldest: [APIKey: Int16] = [:]) {
    self.init(
      Dictionary(uniqueKeysWithValues: newest.map { key, version in (key, (oldest[key] ?? 0)...version) }))
  }

  package subscript(_ api: APIKey) -> ClosedRange<Int16>? {
    get { ranges[api.rawValue] }
    set { ranges[api.rawValue] = newValue }
  }

  /// What a node with `process.roles=controller` only offers of these.
  var ofController: VersionTable {
    let offered: Set<APIKey> = [
      .apiVersions, .createTopics, .deleteTopics, .describeConfigs, .listPartitionReassignments,
      .describeQuorum,
      .describeCluster, .saslHandshake, .saslAuthenticate,
    ]
    var table = self
    table.ranges = ranges.filter { range in offered.contains { $0.rawValue == range.key } }
    return table
  }

  /// With the request by which a controller that uses ZooKeeper tells brokers what they lead.
  func withLeaderAndISR(upTo newest: Int16) -> VersionTable {
    var table = self
    table.ranges[4] = 0...newest
    return table
  }

  func without(_ apis: APIKey...) -> VersionTable {
    var table = self
    for api in apis { table[api] = nil }
    return table
  }

  /// All that the Simulation can answer.
  ///
  /// As in Kafka 4 the old ends of some ranges are a lie: librdkafka takes them for a sign that a broker has groups at all, and asks in
  /// newer versions.
  package static let everything: VersionTable = {
    let apis = KafkaRequests.all.filter { $0 is any SimulatedRequest.Type }.map { $0.api }
    return VersionTable(
      Dictionary(
        uniqueKeysWithValues: apis.map { api in
          let versions = api.codedVersions
          return (api.key, api.key.rawValue < 36 ? 0...versions.upperBound : versions)
        }))
  }()
}
