import Kafka
import Model
import Testing

@testable import Monitor

/// One list of brokers of all who speak of them.
@Suite struct BrokerListTests {
  private static func live(_ ids: NodeID...) -> [MetadataReading.Broker] {
    ids.map { id in
      MetadataReading.Broker(
        id: id, address: BrokerAddress(host: "kafka-\(id)", port: 9092), host: "kafka-\(id)", port: 9092,
        rack: "r")
    }
  }

  private static func registration(_ id: NodeID, isFenced: Bool = false) -> Registration {
    Registration(
      DescribeClusterResponse.Broker {
        $0.brokerID = BrokerID(rawValue: id)
        $0.host = "registered-\(id)"
        $0.port = 1
        $0.isFenced = isFenced
      })
  }

  private static func list(
    _ known: KnownBrokers, registrations: [Registration]? = nil, replicas: Set<NodeID> = [],
    answers: [NodeID: Bool] = [:]
  ) -> [BrokerReading] {
    BrokerList.make(
      known, registrations: registrations, replicas: replicas, answers: answers, profiles: [:], isKafka: true)
  }

  @Test func `everybody who is live, registered or a replica is listed, with what each of them says`() {
    var known = KnownBrokers()
    known.update(Self.live(1, 2), expected: [1, 2, 3, 4])
    let brokers = Self.list(
      known,
      registrations: [Self.registration(1), Self.registration(2), Self.registration(3, isFenced: true)],
      replicas: [1, 4], answers: [1: true, 2: false])
    #expect(brokers.map(\.id) == [1, 2, 3, 4])
    #expect(brokers.map(\.isLive) == [true, true, false, false])
    #expect(brokers.map(\.isRegistered) == [true, true, true, false])
    #expect(brokers.map(\.isFenced) == [false, false, true, nil])
    // Nobody knows where 3 and 4 listen: the cluster itself says that they are away.
    #expect(brokers.map(\.answers) == [true, false, false, false])
    #expect(brokers.map(\.host) == ["kafka-1", "kafka-2", "registered-3", nil])
  }

  @Test func `without registrations nobody knows who is registered`() {
    var known = KnownBrokers()
    known.update(Self.live(1), expected: [1])
    #expect(Self.list(known).map(\.isRegistered) == [nil])
    #expect(Self.list(known).map(\.answers) == [nil])
  }

  @Test func `a broker that went away keeps its name while it is expected, and is forgotten with it`() {
    var known = KnownBrokers()
    known.update(Self.live(1, 2), expected: [1, 2])
    known.update(Self.live(1), expected: [1, 2])
    #expect(known.addresses.keys.sorted() == [1, 2])
    #expect(
      Self.list(known, replicas: [1, 2], answers: [1: true, 2: false]).map(\.host) == ["kafka-1", "kafka-2"])
    known.update(Self.live(1), expected: [1])
    #expect(known.addresses.keys.sorted() == [1])
    // It was asked before that was known, and did not answer.
    #expect(Self.list(known, answers: [1: true, 2: false]).map(\.id) == [1])
  }

  @Test func `our own broker is reached where we found it, and spoken of even if nobody names it`() {
    var known = KnownBrokers()
    known.paired = (2, BrokerAddress(host: "localhost", port: 9092))
    known.update(Self.live(1, 2), expected: [])
    #expect(known.addresses[2]?.host == "localhost")
    known.update(Self.live(1), expected: [])
    #expect(known.addresses[2]?.host == "localhost")
    let brokers = Self.list(known, answers: [1: true, 2: false])
    #expect(brokers.map(\.id) == [1, 2])
    #expect(brokers.map(\.answers) == [true, false])
  }
}
