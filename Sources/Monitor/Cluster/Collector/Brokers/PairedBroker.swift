import Kafka
import Model

/// Finds out which of a cluster's brokers it is that listens at an address.
enum PairedBroker {
  private static let brokerResource: Int8 = 4
  private static let invalidNumber = Int32.max

  /// By its advertised address, or by its port where no other broker has the same.
  static func identify(_ address: BrokerAddress, among brokers: [MetadataReading.Broker]) -> NodeID? {
    if let exact = brokers.first(where: { $0.address == address }) { return exact.id }
    let samePort = brokers.filter { $0.port == Int(address.port) }
    return samePort.count == 1 ? samePort[0].id : nil
  }

  /// A broker that is asked for another one's configuration says who it is; it takes the right to describe configurations.
  static let question = DescribeConfigsRequest { request in
    request.resources = [
      .init {
        $0.resourceType = brokerResource
        $0.resourceName = String(invalidNumber)
        $0.configurationKeys = ["broker.id"]
      }
    ]
  }

  /// "Unexpected broker id, expected 2 or empty string, but received 2147483647"
  static func identity(in response: DescribeConfigsResponse) -> NodeID? {
    let words = response.results.first?.errorMessage?.split(separator: " ") ?? []
    guard let expected = words.firstIndex(of: "expected"), expected + 1 < words.count else { return nil }
    return NodeID(words[expected + 1])
  }
}
