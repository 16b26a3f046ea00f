import Kafka
import Testing

@Suite struct VectorTests {
  @Test(arguments: VectorFiles.all)
  func `a reply reads as Kafka's own definitions read it, and is written back byte by byte`(
    vector: VectorFile
  ) throws {
    func check<Request: KafkaRequest>(_: Request.Type) throws {
      let isFlexible = Request.api.isFlexible(vector.version)
      let response = try Request.response(from: vector.reply, version: vector.version)
      let lines = try FieldDump.lines(of: response, version: vector.version, isFlexible: isFlexible)
      #expect(lines == vector.replyFields)
      let correlationID = try #require(Frame.correlationID(of: vector.reply))
      let frame = try Request.frame(of: response, version: vector.version, correlationID: correlationID)
      #expect(Array(frame.dropFirst(4)) == vector.reply)
    }
    try check(vector.requestType)
  }

  @Test(arguments: VectorFiles.all.filter { !$0.requestFields.isEmpty })
  func `a request is written as Kafka's own definitions write it, and read back`(vector: VectorFile) throws {
    func check<Request: KafkaRequest>(_: Request.Type) throws {
      var cursor = ByteCursor(vector.request)
      let header = try RequestHeader(reading: &cursor)
      #expect(header.apiKey == Request.api.key.rawValue)
      #expect(header.apiVersion == vector.version)
      let request = try Request(body: cursor, version: vector.version)
      let isFlexible = Request.api.isFlexible(vector.version)
      let lines = try FieldDump.lines(of: request, version: vector.version, isFlexible: isFlexible)
      #expect(lines == vector.requestFields)
      let frame = try request.frame(
        version: vector.version, correlationID: header.correlationID, clientID: header.clientID)
      #expect(Array(frame.dropFirst(4)) == vector.request)
    }
    try check(vector.requestType)
  }

  @Test(arguments: KafkaRequests.apis)
  func `every API and version has an answer of a real broker`(api: KafkaAPI) {
    let captured = Set(VectorFiles.captures.filter { $0.api == api.key.name }.map(\.version))
    #expect(captured.isSuperset(of: api.codedVersions))
  }
}
