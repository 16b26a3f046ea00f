/// A request together with the kind of reply that a broker gives to it.
package protocol KafkaRequest: WireStruct {
  associatedtype Response: WireStruct
  static var api: KafkaAPI { get }
}

extension KafkaRequest {
  /// The request as it goes out, its length included.
  package func frame(version: Int16, correlationID: Int32, clientID: String?) throws(WireError) -> [UInt8] {
    let isFlexible = Self.api.isFlexible(version)
    let header = RequestHeader(
      apiKey: Self.api.key.rawValue, apiVersion: version, correlationID: correlationID, clientID: clientID)
    do throws(WireError) {
      return try Frame.write { writer throws(WireError) in
        try header.write(to: &writer, isFlexible: isFlexible)
        var encoder = WireEncoder(writer, version: version, isFlexible: isFlexible)
        try encode(to: &encoder)
        writer = encoder.writer
      }
    } catch {
      throw error.inside(message: Self.api.name(of: "request", version))
    }
  }

  /// Reads the rest of a request whose header has been read.
  package init(body cursor: ByteCursor, version: Int16) throws(WireError) {
    self.init()
    do throws(WireError) {
      var decoder = WireDecoder(cursor, version: version, isFlexible: Self.api.isFlexible(version))
      var tags = HeaderTags()
      try tags.decode(from: &decoder)
      try decode(from: &decoder)
      try decoder.cursor.finish()
    } catch {
      throw error.inside(message: Self.api.name(of: "request", version))
    }
  }
}
