import Kafka
import Testing

@Suite struct ErrorMessageTests {
  @Test func `an error names the message, the field and the byte`() throws {
    let vector = try VectorFiles.capture("4.3.1/Metadata-v12")
    let error = #expect(throws: WireError.self) {
      try MetadataRequest.response(from: Array(vector.reply.prefix(60)), version: 12)
    }
    let message = try #require(error).description
    #expect(message.hasPrefix("Kafka Metadata v12 response is unusable in field "))
    #expect(message.contains(" at byte "))
  }

  @Test func `a count is held against the bytes that are left before anything is allocated`() {
    // Two billion groups in a reply of 14 bytes.
    let reply = Hex.bytes("00000001 00 00000000 0000 ffffffff07")
    let error = #expect(throws: WireError.self) { try ListGroupsRequest.response(from: reply, version: 3) }
    #expect(error?.field == "Groups")
    #expect(error?.problem == .truncated(needed: 2_147_483_646 * 3, left: 0))
    #expect(
      error?.description == "Kafka ListGroups v3 response is unusable in field Groups at byte 16: "
        + "it needs 6442450938 more bytes and 0 are left.")
  }

  @Test func `an array that must not be null says so`() {
    let error = #expect(throws: WireError.self) {
      try ListGroupsRequest.response(from: Hex.bytes("00000001 00 00000000 0000 00 00"), version: 3)
    }
    #expect(error?.problem == .unexpectedNull)
    #expect(error?.field == "Groups")
  }

  @Test func `a field within arrays is named with its indexes`() {
    let reply = OffsetFetchResponse {
      $0.groups = [.init { $0.topics = [.init(), .init { $0.partitions = [.init()] }] }]
    }
    let error = #expect(throws: WireError.self) {
      let frame = try OffsetFetchRequest.frame(of: reply, version: 9, correlationID: 1)
      _ = try OffsetFetchRequest.response(from: Array(frame.dropFirst(4).dropLast(9)), version: 9)
    }
    #expect(error?.isTruncation == true)
    #expect(error?.field == "Groups[0].Topics[1].Partitions")
  }

  @Test func `a length below null is no length`() {
    let error = #expect(throws: WireError.self) {
      try SaslHandshakeRequest.response(from: Hex.bytes("00000001 0000 fffffffe"), version: 1)
    }
    #expect(error?.problem == .invalidLength(-2))
  }
}
