/// One message of a batch.
package struct Record: Sendable, Equatable {
  package struct Header: Sendable, Equatable {
    package var key: String
    package var value: [UInt8]?

    package init(key: String, value: [UInt8]?) {
      self.key = key
      self.value = value
    }
  }

  package var timestampDelta: Int64
  package var offsetDelta: Int32
  package var key: [UInt8]?
  package var value: [UInt8]?
  package var headers: [Header]

  package init(
    timestampDelta: Int64 = 0, offsetDelta: Int32 = 0, key: [UInt8]? = nil, value: [UInt8]?,
    headers: [Header] = []
  ) {
    self.timestampDelta = timestampDelta
    self.offsetDelta = offsetDelta
    self.key = key
    self.value = value
    self.headers = headers
  }
}
