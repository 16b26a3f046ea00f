import Kafka
import Testing

/// What a broken or hostile peer can send.
@Suite struct HostileBytesTests {
  /// Every message once: the made-up ones use all fields, the captured ones are what brokers say.
  private static let vectors = VectorFiles.all.filter { $0.reply.count < 1500 }

  @Test(arguments: vectors)
  func `a reply that ends early is reported as truncated, wherever it ends`(vector: VectorFile) throws {
    func check<Request: KafkaRequest>(_: Request.Type) {
      expectTruncation(of: vector.reply) { bytes throws(WireError) in
        _ = try Request.response(from: bytes, version: vector.version)
      }
    }
    try check(vector.requestType)
  }

  @Test(arguments: vectors.filter { !$0.requestFields.isEmpty })
  func `a request that ends early is reported as truncated, wherever it ends`(vector: VectorFile) throws {
    func check<Request: KafkaRequest>(_: Request.Type) {
      expectTruncation(of: vector.request) { bytes throws(WireError) in
        var cursor = ByteCursor(bytes)
        _ = try RequestHeader(reading: &cursor)
        _ = try Request(body: cursor, version: vector.version)
      }
    }
    try check(vector.requestType)
  }

  /// Without `#expect` in the loop, which would take minutes.
  private func expectTruncation(of bytes: [UInt8], _ read: ([UInt8]) throws(WireError) -> Void) {
    for end in bytes.indices {
      do throws(WireError) {
        try read(Array(bytes.prefix(end)))
        Issue.record("the first \(end) bytes were taken for the whole message")
      } catch {
        if !error.isTruncation { Issue.record("the first \(end) bytes: \(error)") }
      }
    }
  }

  @Test(arguments: vectors)
  func `bytes behind the last field are an error`(vector: VectorFile) throws {
    func check<Request: KafkaRequest>(_: Request.Type) throws {
      let error = #expect(throws: WireError.self) {
        try Request.response(from: vector.reply + [0], version: vector.version)
      }
      #expect(error?.problem == .trailingBytes(1))
      #expect(error?.offset == vector.reply.count)
    }
    try check(vector.requestType)
  }

  @Test(arguments: vectors)
  func `tagged fields of a release to come are stepped over`(vector: VectorFile) throws {
    func check<Request: KafkaRequest>(_: Request.Type) throws {
      guard Request.api.isFlexible(vector.version) else { return }
      let response = try Request.response(from: vector.reply, version: vector.version)
      let body = try TagInjector.bytes(of: response, version: vector.version)
      let hasTags = Request.api.hasFlexibleResponseHeader(vector.version)
      let header: [UInt8] = [0, 0, 0, 7] + (hasTags ? [1, 0x63, 2, 9, 9] : [])
      let read = try Request.response(from: header + body, version: vector.version)
      // The injector leaves known tagged fields out: what is compared is the rest.
      #expect(try TagInjector.bytes(of: read, version: vector.version) == body)
    }
    try check(vector.requestType)
  }

  @Test(arguments: VectorFiles.madeUp.filter { $0.reply.count < 800 })
  func `a giant length anywhere neither traps nor takes memory`(vector: VectorFile) throws {
    func check<Request: KafkaRequest>(_: Request.Type) throws {
      // The largest plain and the largest compact length, each put over the bytes at every place in turn.
      for giant in [[0x7f, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0xff, 0x07]] as [[UInt8]] {
        for place in 4..<max(4, vector.reply.count - giant.count) {
          var bytes = vector.reply
          bytes.replaceSubrange(place..<place + giant.count, with: giant)
          _ = try? Request.response(from: bytes, version: vector.version)
        }
      }
    }
    try check(vector.requestType)
  }
}
