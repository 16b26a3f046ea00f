package import Kafka

/// An address at which a broker may be found.
package struct BrokerCandidate: Sendable, Hashable {
  package enum Source: Sendable, Hashable {
    /// Somebody wrote it down: that it does not answer is worth telling.
    case configured
    /// Kafka's usual place, tried because nothing else is known; that nobody is there is no fault.
    case usual
    /// A broker's own process or files on this host named it.
    case discovered
  }

  package let host: String
  package let port: UInt16
  package let source: Source

  package init(host: String, port: UInt16, source: Source) {
    self.host = host
    self.port = port
    self.source = source
  }

  package static let usual = BrokerCandidate(host: "127.0.0.1", port: 9092, source: .usual)

  package var address: BrokerAddress { BrokerAddress(host: host, port: port) }
}

extension BrokerCandidate: CustomStringConvertible {
  package var description: String { address.description }
}
