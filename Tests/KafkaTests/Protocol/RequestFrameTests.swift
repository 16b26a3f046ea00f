import Kafka
import Testing

/// The frames of the protocol's description, byte by byte.
@Suite struct RequestFrameTests {
  @Test func `ApiVersions introduces the client`() throws {
    let request = ApiVersionsRequest {
      $0.clientSoftwareName = "mon"
      $0.clientSoftwareVersion = "1.0"
    }
    let frame = try request.frame(version: 3, correlationID: 1, clientID: "mon")
    #expect(frame == Hex.bytes("00000017 0012 0003 00000001 0003 6d6f6e 00 046d6f6e 04312e30 00"))
  }

  @Test func `Metadata asks for all topics with plain lengths`() throws {
    let frame = try MetadataRequest().frame(version: 8, correlationID: 2, clientID: "mon")
    #expect(frame == Hex.bytes("00000014 0003 0008 00000002 0003 6d6f6e ffffffff 00 00 00"))
  }

  @Test func `Metadata asks for all topics with compact lengths`() throws {
    let frame = try MetadataRequest().frame(version: 12, correlationID: 2, clientID: "mon")
    #expect(frame == Hex.bytes("00000012 0003 000c 00000002 0003 6d6f6e 00 00 00 00 00"))
  }

  @Test func `nobody creates topics by asking for them`() {
    #expect(!MetadataRequest().allowAutoTopicCreation)
  }

  @Test func `a client id may be missing`() throws {
    let frame = try SaslHandshakeRequest { $0.mechanism = "PLAIN" }
      .frame(version: 1, correlationID: 3, clientID: nil)
    #expect(frame == Hex.bytes("00000011 0011 0001 00000003 ffff 0005 504c41494e"))
    var cursor = ByteCursor(Array(frame.dropFirst(4)))
    let header = try RequestHeader(reading: &cursor)
    #expect(header == RequestHeader(apiKey: 17, apiVersion: 1, correlationID: 3, clientID: nil))
  }
}
