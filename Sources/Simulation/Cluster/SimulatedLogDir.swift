package import Kafka

/// A directory in which a broker keeps partitions.
package struct SimulatedLogDir: Sendable {
  package var path: String
  package var totalBytes: Int64? = 100 << 30
  package var usableBytes: Int64? = 60 << 30
  package var error = ErrorCode.none
  package var isCordoned = false

  package init(path: String) {
    self.path = path
  }
}
