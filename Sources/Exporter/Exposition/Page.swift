package import Model

/// A finished page, ready to be sent any number of times.
package struct Page: Sendable {
  package let blocks: [ByteBlock]
  package let byteCount: Int
  package let contentType: String
  package let encoding: ContentEncoding
  /// The last time, on the boot clock, at which the page tells the truth: then a section goes stale.
  package let validUntil: Duration?

  package func isValid(at now: Moment) -> Bool {
    validUntil.map { now.uptime <= $0 } ?? true
  }
}
