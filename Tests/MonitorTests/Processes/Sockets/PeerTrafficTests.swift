import Model
import Testing

@testable import Monitor

@Suite struct PeerTrafficTests {
  private static func entry(
    _ cookie: UInt64, to peer: UInt32, roundTrip: UInt32 = 500, retransmits: UInt32 = 0, heard: UInt32 = 0
  ) -> SocketEntry {
    SocketEntry(
      state: 1, local: SocketAddress(ipv4: 1, port: 40_000), remote: SocketAddress(ipv4: peer, port: 9092),
      inode: UInt32(cookie), cookie: cookie,
      traffic: SocketEntry.Traffic(
        receivedBytes: 0, sentBytes: 0, roundTripMicroseconds: roundTrip, retransmits: retransmits,
        millisecondsSinceAcknowledgement: heard))
  }

  @Test func `only the process's own sockets are its connections to peers`() {
    var peers = PeerTraffic(countsFirst: true)
    peers.take([Self.entry(1, to: 0x0A00_0002), Self.entry(2, to: 0x0A00_0003)], at: .seconds(0)) {
      .success([2])
    }
    #expect(peers.peers == [PeerReading(peer: "10.0.0.3:9092", roundTrip: .microseconds(500))])
    #expect(Array(peers.counters.keys) == [.retransmits(peer: "10.0.0.3:9092")])
  }

  @Test func `the round trip is that of the connection that heard last, the retransmits those of all`() {
    var peers = PeerTraffic(countsFirst: true)
    let entries = [
      Self.entry(1, to: 5, roundTrip: 900, retransmits: 3, heard: 4000),
      Self.entry(2, to: 5, roundTrip: 100, retransmits: 4, heard: 10),
    ]
    peers.take(entries, at: .seconds(0)) { .success([1, 2]) }
    #expect(peers.peers.map(\.roundTrip) == [.microseconds(100)])
    #expect(peers.counters[.retransmits(peer: "0.0.0.5:9092")] == 7)
    peers.take([Self.entry(2, to: 5, retransmits: 6)], at: .seconds(10)) { .success([]) }
    #expect(peers.counters[.retransmits(peer: "0.0.0.5:9092")] == 9)
  }

  @Test func `descriptors are read again for new connections only, and once a minute at most`() {
    var peers = PeerTraffic(countsFirst: false)
    var reads = 0
    func take(_ cookies: [UInt64], at seconds: Int) {
      peers.take(cookies.map { Self.entry($0, to: 5) }, at: .seconds(seconds)) {
        reads += 1
        return .success([1, 2])
      }
    }
    take([1], at: 0)
    take([1], at: 100)
    #expect(reads == 1)
    take([1, 2], at: 101)
    #expect(reads == 2)
    take([1, 2, 3], at: 110)
    #expect(reads == 2)
    take([1, 2, 3], at: 161)
    #expect(reads == 3)
    take([1, 2, 3], at: 300)
    #expect(reads == 3)
  }

  @Test func `descriptors that may not be read are said so`() {
    var peers = PeerTraffic(countsFirst: false)
    peers.take([Self.entry(1, to: 5)], at: .seconds(0)) { .failure(PartFailure(.permission)) }
    #expect(peers.unread == .permission)
    #expect(peers.peers.isEmpty)
  }
}
