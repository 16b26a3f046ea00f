import Exporter
import Testing

@Suite
struct PeerAddressTests {
  @Test func `this host's own addresses are loopback, mapped ones too`() {
    let zeros = [UInt8](repeating: 0, count: 10)
    #expect(PeerAddress.ipv4([127, 0, 0, 53]).isLoopback)
    #expect(PeerAddress.ipv6(zeros + [0, 0, 0, 0, 0, 1]).isLoopback)
    #expect(PeerAddress.ipv6(zeros + [0xff, 0xff, 127, 0, 0, 1]).isLoopback)
    #expect(PeerAddress.local.isLoopback)
  }

  @Test func `everybody else is not`() {
    let zeros = [UInt8](repeating: 0, count: 10)
    #expect(!PeerAddress.ipv4([10, 0, 0, 1]).isLoopback)
    #expect(!PeerAddress.ipv6(zeros + [0xff, 0xff, 10, 0, 0, 1]).isLoopback)
    #expect(!PeerAddress.ipv6(zeros + [0, 0, 127, 0, 0, 1]).isLoopback)
    #expect(!PeerAddress.unknown.isLoopback)
  }
}
