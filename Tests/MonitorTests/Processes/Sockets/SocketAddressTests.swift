import Glibc
import Testing

@testable import Monitor

@Suite struct SocketAddressTests {
  /// As the C library reads and writes them.
  private static func bytes(_ text: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 16)
    _ = unsafe inet_pton(AF_INET6, text, &bytes)
    return bytes
  }

  private static func address(_ bytes: [UInt8]) -> SocketAddress {
    let words = [bytes[..<8], bytes[8...]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    return SocketAddress(high: words[0], low: words[1], port: 9092)
  }

  private static func text(_ bytes: [UInt8]) -> String {
    var text = [CChar](repeating: 0, count: 64)
    _ = unsafe inet_ntop(AF_INET6, bytes, &text, 64)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test(arguments: [
    "::", "::1", "1::", "2001:db8::1", "2001:db8:0:1:1:1:1:1", "2001:0:0:1:0:0:0:1", "fe80::1:0:0:2",
    "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:0", "0:1:0:1:0:1:0:1", "ff02::fb",
  ])
  func `addresses are written as the C library writes them`(text: String) {
    let bytes = Self.bytes(text)
    #expect(Self.address(bytes).description == "[\(Self.text(bytes))]:9092")
  }

  @Test func `a mapped address is one of IPv4`() {
    let address = Self.address(Self.bytes("::ffff:10.20.30.40"))
    #expect(address == SocketAddress(ipv4: 0x0A14_1E28, port: 9092))
    #expect(address.description == "10.20.30.40:9092")
    #expect(Self.address(Self.bytes("::1")).ipv4 == nil)
  }

  @Test func `of texts only an address of IPv4 is one`() {
    #expect(SocketAddress.ipv4("127.0.0.1") == 0x7F00_0001)
    #expect(SocketAddress.ipv4("255.255.255.255") == .max)
    for text in ["", "localhost", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.", "::1"] {
      #expect(SocketAddress.ipv4(text) == nil)
    }
  }
}
