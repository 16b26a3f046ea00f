/// What the kernel counts of the block device under a directory.
package struct DiskReading: Sendable, Hashable {
  package let device: String
  package let reads: UInt64
  package let writes: UInt64
  package let readBytes: UInt64
  package let writeBytes: UInt64
  package let readTime: Duration
  package let writeTime: Duration
  /// While at least one request was under way.
  package let busyTime: Duration

  package init(
    device: String, reads: UInt64, writes: UInt64, readBytes: UInt64, writeBytes: UInt64, readTime: Duration,
    writeTime: Duration, busyTime: Duration
  ) {
    self.device = device
    self.reads = reads
    self.writes = writes
    self.readBytes = readBytes
    self.writeBytes = writeBytes
    self.readTime = readTime
    self.writeTime = writeTime
    self.busyTime = busyTime
  }
}
