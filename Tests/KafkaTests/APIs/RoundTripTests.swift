import Kafka
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: KafkaRequests.apis)
  func `what is written is what is read, in every version`(api: KafkaAPI) throws {
    func check<Request: KafkaRequest>(_: Request.Type) throws {
      for version in api.codedVersions {
        let isFlexible = api.isFlexible(version)
        for seed in 0..<60 as Range<UInt64> {
          let request = try ValueGenerator.value(
            Request.self, version: version, isFlexible: isFlexible, seed: seed)
          let frame = try request.frame(version: version, correlationID: 5, clientID: nil)
          var cursor = ByteCursor(Array(frame.dropFirst(4)))
          _ = try RequestHeader(reading: &cursor)
          #expect(try Request(body: cursor, version: version) == request)

          let response = try ValueGenerator.value(
            Request.Response.self, version: version, isFlexible: isFlexible, seed: seed)
          let reply = try Request.frame(of: response, version: version, correlationID: 5)
          #expect(try Request.response(from: Array(reply.dropFirst(4)), version: version) == response)
        }
      }
    }
    let request = try #require(KafkaRequests.request(api.key))
    try check(request)
  }

  @Test func `a version with room for one group refuses two`() {
    let request = OffsetFetchRequest { $0.groups = [.init(), .init()] }
    let error = #expect(throws: WireError.self) {
      try request.frame(version: 7, correlationID: 1, clientID: nil)
    }
    #expect(
      error?.description
        == "Kafka OffsetFetch v7 request is unusable at byte 15: version 7 has room for exactly one "
        + "element and there are 2.")
  }

  @Test func `text that no length can express is refused`() {
    let request = ListGroupsRequest { $0.statesFilter = ["ok", String(repeating: "x", count: 40_000)] }
    let error = #expect(throws: WireError.self) {
      try request.frame(version: 4, correlationID: 1, clientID: nil)
    }
    #expect(error?.field == "StatesFilter[1]")
  }
}
