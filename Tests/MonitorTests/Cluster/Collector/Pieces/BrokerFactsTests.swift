import Kafka
import Model
import Simulation
import Testing

@testable import Monitor

/// What is made of what brokers say of themselves and of each other.
@Suite struct BrokerFactsTests {
  private static func brokers(_ places: [(NodeID, String, UInt16)]) -> [MetadataReading.Broker] {
    places.map { id, host, port in
      MetadataReading.Broker(
        id: id, address: BrokerAddress(host: host, port: port), host: host, port: Int(port), rack: nil)
    }
  }

  @Test(
    arguments: [
      ("kafka-2", 9092, 2), ("localhost", 9093, 3), ("localhost", 9092, nil), ("kafka-9", 1, nil),
      ("kafka-3", 9092, nil),
    ] as [(String, UInt16, NodeID?)])
  func `a broker is known by its advertised address, else by a port that is its alone`(
    host: String, port: UInt16, id: NodeID?
  ) {
    let brokers = Self.brokers([(1, "kafka-1", 9092), (2, "kafka-2", 9092), (3, "kafka-3", 9093)])
    #expect(PairedBroker.identify(BrokerAddress(host: host, port: port), among: brokers) == id)
  }

  /// The words of Kafka 2.4 to 4.3.
  @Test(
    arguments: [
      ("Unexpected broker id, expected 2 or empty string, but received 2147483647", 2),
      ("Unexpected broker id, expected 1001 or empty string, but received 2147483647", 1001),
      ("Cluster authorization failed.", nil), ("expected", nil), ("expected nothing", nil), ("", nil),
      (nil, nil),
    ] as [(String?, NodeID?)])
  func `a broker that is taken for another one says who it is`(message: String?, id: NodeID?) {
    let response = DescribeConfigsResponse { response in
      response.results = [
        .init {
          $0.errorCode = .invalidRequest
          $0.errorMessage = message
        }
      ]
    }
    #expect(PairedBroker.identity(in: response) == id)
    #expect(PairedBroker.identity(in: DescribeConfigsResponse()) == nil)
  }

  private static func apis(_ table: VersionTable, features: [String] = []) -> ApiVersionsResponse {
    ApiVersionsResponse { response in
      response.apiKeys = table.ranges.map { key, range in
        .init {
          $0.apiKey = key
          $0.minVersion = range.lowerBound
          $0.maxVersion = range.upperBound
        }
      }
      response.finalizedFeatures = features.map { name in .init { $0.name = name } }
    }
  }

  @Test(
    arguments: [
      (.kafka2_4, "2.4"), (.kafka2_8, "2.8"), (.kafka3_0, "3.0"), (.kafka3_9, "3.9"),
      (.kafka3_9ZooKeeper, "3.9"), (.kafka4_3, "4.3"), (VersionTable([:]), nil),
    ] as [(VersionTable, String?)])
  func `the APIs of a release tell which it is`(table: VersionTable, release: String?) {
    #expect(BrokerRelease.ofKafka(Self.apis(table)) == release)
  }

  @Test(
    arguments: [
      ("redpanda.0a1b", .redpanda, [], .redpanda), ("x", .kafka4_3, ["metadata.version"], .kraft),
      ("x", .kafka3_9, [], .kraft), ("x", .kafka3_9ZooKeeper, [], .zookeeper),
      (nil, .kafka2_4, [], .zookeeper), ("x", .kafka2_8, ["metadata.version"], .kraft),
      // What serves the protocol from elsewhere, such as an event hub.
      ("x", .redpanda, [], .other), (nil, VersionTable([:]), [], .other),
    ] as [(String?, VersionTable, [String], ClusterKind)])
  func `who keeps the metadata shows in the cluster's id, features and APIs`(
    id: String?, table: VersionTable, features: [String], kind: ClusterKind
  ) {
    #expect(ClusterKind(clusterID: id, Self.apis(table, features: features)) == kind)
  }
}
