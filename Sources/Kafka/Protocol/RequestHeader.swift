/// What stands before the body of every request.
package struct RequestHeader: Sendable, Equatable {
  package var apiKey: Int16
  package var apiVersion: Int16
  package var correlationID: Int32
  package var clientID: String?

  package init(apiKey: Int16, apiVersion: Int16, correlationID: Int32, clientID: String?) {
    self.apiKey = apiKey
    self.apiVersion = apiVersion
    self.correlationID = correlationID
    self.clientID = clientID
  }

  /// Reads the fields that every request has. The tagged fields of a flexible header are the body's business: only who knows the
  /// API knows whether there are any.
  package init(reading cursor: inout ByteCursor) throws(WireError) {
    apiKey = try cursor.integer()
    apiVersion = try cursor.integer()
    correlationID = try cursor.integer()
    // The client id has a plain length even in flexible headers.
    let length: Int16 = try cursor.integer()
    guard length >= -1 else { throw WireError(.invalidLength(Int(length)), at: cursor.position - 2) }
    clientID = length == -1 ? nil : try cursor.string(count: Int(length))
  }

  func write(to writer: inout ByteWriter, isFlexible: Bool) throws(WireError) {
    writer.integer(apiKey)
    writer.integer(apiVersion)
    writer.integer(correlationID)
    var plain = WireEncoder(writer, version: apiVersion, isFlexible: false)
    var name = clientID
    try plain.nullableString(&name)
    writer = plain.writer
    if isFlexible { writer.unsignedVarint(0 as UInt32) }
  }
}
