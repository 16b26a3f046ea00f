/// One of a broker's data directories, as the broker itself describes it.
package struct LogDirReading: Sendable, Hashable {
  package let broker: NodeID
  package let path: String
  package let isOnline: Bool
  package var sizeBytes: Int64?
  /// Of the file system; several directories may share one.
  package var totalBytes: Int64?
  package var usableBytes: Int64?

  package init(
    broker: NodeID, path: String, isOnline: Bool, sizeBytes: Int64? = nil, totalBytes: Int64? = nil,
    usableBytes: Int64? = nil
  ) {
    self.broker = broker
    self.path = path
    self.isOnline = isOnline
    self.sizeBytes = sizeBytes
    self.totalBytes = totalBytes
    self.usableBytes = usableBytes
  }
}
