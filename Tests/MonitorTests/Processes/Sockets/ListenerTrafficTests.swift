import Model
import Testing

@testable import Monitor

@Suite struct ListenerTrafficTests {
  private static func connection(
    _ cookie: UInt64, received: UInt64, sent: UInt64 = 0
  ) -> (listener: String, entry: SocketEntry) {
    let address = SocketAddress(ipv4: 1, port: 9092)
    let traffic = SocketEntry.Traffic(
      receivedBytes: received, sentBytes: sent, roundTripMicroseconds: 0, retransmits: 0,
      millisecondsSinceAcknowledgement: 0)
    return (
      "A",
      SocketEntry(state: 1, local: address, remote: address, inode: 1, cookie: cookie, traffic: traffic)
    )
  }

  private static func received(_ traffic: ListenerTraffic) -> UInt64? {
    traffic.counters[.receivedBytes(listener: "A")]
  }

  @Test func `connections that were there before us count from now on, later ones whole`() {
    var traffic = ListenerTraffic(countsFirst: false)
    traffic.take([Self.connection(1, received: 1000)], of: ["A"])
    #expect(Self.received(traffic) == 0)
    traffic.take([Self.connection(1, received: 1500), Self.connection(2, received: 70)], of: ["A"])
    #expect(Self.received(traffic) == 570)
  }

  @Test func `of a broker born under our eyes everything counts`() {
    var traffic = ListenerTraffic(countsFirst: true)
    traffic.take([Self.connection(1, received: 1000, sent: 5)], of: ["A"])
    #expect(Self.received(traffic) == 1000)
    #expect(traffic.counters[.sentBytes(listener: "A")] == 5)
  }

  @Test func `what ends takes nothing with it, and no sum falls`() {
    var traffic = ListenerTraffic(countsFirst: true)
    traffic.take([Self.connection(1, received: 100), Self.connection(2, received: 10)], of: ["A"])
    traffic.take([Self.connection(2, received: 11)], of: ["A"])
    #expect(Self.received(traffic) == 111)
    traffic.take([], of: ["A"])
    traffic.take([Self.connection(2, received: 3)], of: ["A"])
    #expect(Self.received(traffic) == 114)
  }

  @Test func `a listener without connections counts zero`() {
    var traffic = ListenerTraffic(countsFirst: false)
    traffic.take([], of: ["A", "B"])
    #expect(traffic.counters[.sentBytes(listener: "B")] == 0)
    #expect(traffic.counters.count == 4)
  }
}
