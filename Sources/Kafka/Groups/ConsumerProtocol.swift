/// How consumers of classic groups frame what they tell each other: a version, then fields with plain lengths.
package enum ConsumerProtocol {
  package static let newestVersion: Int16 = 3

  static func read<Value: WireStruct>(_ bytes: [UInt8]) throws(WireError) -> Value? {
    if bytes.isEmpty { return nil }
    do throws(WireError) {
      var cursor = ByteCursor(bytes)
      let version: Int16 = try cursor.integer()
      guard version >= 0 else { throw WireError(.invalidLength(Int(version)), at: 0) }
      var decoder = WireDecoder(cursor, version: min(version, newestVersion), isFlexible: false)
      var value = Value()
      try value.decode(from: &decoder)
      return value
    } catch {
      throw error.inside(message: "consumer protocol message")
    }
  }

  package static func bytes(of value: some WireStruct, version: Int16) throws(WireError) -> [UInt8] {
    var writer = ByteWriter()
    writer.integer(version)
    var encoder = WireEncoder(writer, version: version, isFlexible: false)
    try value.encode(to: &encoder)
    return encoder.writer.bytes
  }
}
