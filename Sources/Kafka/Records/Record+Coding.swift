extension Record {
  func write(to writer: inout ByteWriter) {
    var body = ByteWriter()
    body.integer(0 as Int8)
    body.varlong(timestampDelta)
    body.varint(offsetDelta)
    Self.write(key, to: &body)
    Self.write(value, to: &body)
    body.varint(Int32(truncatingIfNeeded: headers.count))
    for header in headers {
      Self.write(Array(header.key.utf8), to: &body)
      Self.write(header.value, to: &body)
    }
    writer.varint(Int32(truncatingIfNeeded: body.count))
    writer.append(body.bytes)
  }

  init(reading cursor: inout ByteCursor) throws(WireError) {
    let length = try Self.length(&cursor, least: 0)
    let outerEnd = try cursor.narrow(to: length)
    try cursor.skip(1)
    timestampDelta = try cursor.varlong()
    offsetDelta = try cursor.varint()
    key = try Self.bytes(&cursor)
    value = try Self.bytes(&cursor)
    headers = try Self.headers(&cursor)
    try cursor.widen(to: outerEnd)
  }

  private static func headers(_ cursor: inout ByteCursor) throws(WireError) -> [Header] {
    let count = try length(&cursor, least: 0)
    // A header is two lengths at the least.
    guard count <= cursor.remaining / 2 else {
      throw WireError(.truncated(needed: 2 * count, left: cursor.remaining), at: cursor.position)
    }
    var headers: [Header] = []
    headers.reserveCapacity(count)
    for _ in 0..<count {
      let keyLength = try length(&cursor, least: 0)
      let key = try cursor.string(count: keyLength)
      headers.append(Header(key: key, value: try bytes(&cursor)))
    }
    return headers
  }

  private static func bytes(_ cursor: inout ByteCursor) throws(WireError) -> [UInt8]? {
    let count = try length(&cursor, least: -1)
    return count == -1 ? nil : try cursor.bytes(count: count)
  }

  private static func length(_ cursor: inout ByteCursor, least: Int) throws(WireError) -> Int {
    let start = cursor.position
    let length = Int(try cursor.varint())
    guard length >= least else { throw WireError(.invalidLength(length), at: start) }
    return length
  }

  private static func write(_ bytes: [UInt8]?, to writer: inout ByteWriter) {
    writer.varint(Int32(truncatingIfNeeded: bytes?.count ?? -1))
    if let bytes { writer.append(bytes) }
  }
}
