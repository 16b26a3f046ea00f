extension KafkaRequest {
  /// Reads a reply to this request, from its correlation id on: what follows a frame's length.
  package static func response(from payload: [UInt8], version: Int16) throws(WireError) -> Response {
    do throws(WireError) {
      var cursor = ByteCursor(payload)
      try cursor.skip(MemoryLayout<Int32>.size)
      let bodyVersion = api.responseVersion(of: payload, asked: version)
      var decoder = WireDecoder(cursor, version: bodyVersion, isFlexible: api.isFlexible(bodyVersion))
      if api.hasFlexibleResponseHeader(bodyVersion) {
        var tags = HeaderTags()
        try tags.decode(from: &decoder)
      }
      var response = Response()
      try response.decode(from: &decoder)
      try decoder.cursor.finish()
      return response
    } catch {
      throw error.inside(message: api.name(of: "response", version))
    }
  }

  /// A reply as a broker sends it, its length included.
  package static func frame(
    of response: Response, version: Int16, correlationID: Int32
  ) throws(WireError) -> [UInt8] {
    do throws(WireError) {
      return try Frame.write { writer throws(WireError) in
        writer.integer(correlationID)
        if api.hasFlexibleResponseHeader(version) { writer.unsignedVarint(0 as UInt32) }
        var encoder = WireEncoder(writer, version: version, isFlexible: api.isFlexible(version))
        try response.encode(to: &encoder)
        writer = encoder.writer
      }
    } catch {
      throw error.inside(message: api.name(of: "response", version))
    }
  }
}

extension KafkaAPI {
  func name(of kind: String, _ version: Int16) -> String { "\(key.name) v\(version) \(kind)" }

  /// A broker that does not know the version of an ApiVersions request says so in version 0, the one layout that everybody reads.
  func responseVersion(of payload: [UInt8], asked version: Int16) -> Int16 {
    guard key == .apiVersions, payload.count >= 6 else { return version }
    let code = ErrorCode(rawValue: Int16(payload[4]) << 8 | Int16(payload[5]))
    return code == .unsupportedVersion ? 0 : version
  }
}
