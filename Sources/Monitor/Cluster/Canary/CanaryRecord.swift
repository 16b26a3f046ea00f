import Kafka
import Model

/// What the canary writes: enough to know it again, in words that people understand who find it.
struct CanaryRecord: Equatable {
  /// Which watcher wrote it: several may share a topic.
  let sender: String
  let sequence: UInt64
  let sent: Timestamp

  /// A batch of this record alone.
  var batch: [UInt8] {
    let text = "brokerwatch canary \(sequence) at \(sent.iso8601)"
    let record = Record(key: Array(sender.utf8), value: Array(text.utf8))
    return RecordBatch.bytes(of: [record], baseTimestamp: sent.nanoseconds / 1_000_000)
  }

  /// Whether somebody's record is this one.
  func matches(_ record: Record) -> Bool {
    record.key == Array(sender.utf8)
      && record.value?.starts(with: Array("brokerwatch canary \(sequence) at ".utf8)) == true
  }
}
