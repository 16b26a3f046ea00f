import Exporter
import Testing

@Suite
struct ListenAddressTests {
  @Test(
    arguments: [
      (":9640", nil, 9640), ("0.0.0.0:80", "0.0.0.0", 80), ("localhost:0", "localhost", 0),
      ("[::1]:9640", "::1", 9640),
    ] as [(String, String?, UInt16)])
  func `addresses are written as exporters write them`(text: String, host: String?, port: UInt16) throws {
    let address = try ListenAddress(text)
    #expect(address == ListenAddress(host: host, port: port))
    #expect("\(address)" == text)
  }

  @Test(arguments: ["", "9640", "localhost", ":", ":65536", ":-1", "::1:9640", "[::1]", "[]:1", "[::1:9640"])
  func `anything else is refused with a reason`(text: String) {
    #expect(throws: ServerError.self) { try ListenAddress(text) }
  }
}
