import Kafka
import Model

/// Reads the batch at an offset, for the time at which its records were written. Takes the right to read the topic.
struct RecordSweep: Sendable {
  static let perLeader = 20

  let asking: CycleAsking

  /// Nil where nobody can say.
  func time(
    of offset: Int64, _ partition: Int, of topic: String, from address: BrokerAddress
  ) async -> Timestamp? {
    let request = Self.request(offset, partition, topic)
    guard let response = await asking.ask(request, address, on: .slow, for: "record_times"),
      !asking.refuses(response.errorCode, .fetch, for: "record_times"),
      let part = response.responses.first?.partitions.first,
      !asking.refuses(part.errorCode, .fetch, for: "record_times")
    else { return nil }
    return Self.time(of: offset, in: part.records ?? [])
  }

  /// One partition and one byte: the broker answers exactly one whole batch.
  private static func request(_ offset: Int64, _ partition: Int, _ topic: String) -> FetchRequest {
    FetchRequest {
      $0.maxBytes = 1
      $0.topics = [
        .init {
          $0.topic = topic
          $0.partitions = [
            .init {
              $0.partition = PartitionID(rawValue: Int32(partition))
              $0.fetchOffset = offset
              $0.partitionMaxBytes = 1
            }
          ]
        }
      ]
    }
  }

  static func time(of offset: Int64, in records: [UInt8]) -> Timestamp? {
    guard let stored = try? StoredBatch.all(in: records).first(where: { $0.lastOffset >= offset }) else {
      return nil
    }
    switch stored {
    case .legacy(_, _, let timestamp): return timestamp.flatMap(Self.timestamp)
    case .batch(let batch):
      switch batch.header.recordTime {
      case .exactly(let time), .atMost(let time): return timestamp(time)
      case .between(let first, let last):
        let span = Double(last) - Double(first)
        let share =
          batch.header.lastOffsetDelta > 0
          ? Double(max(0, offset - batch.header.baseOffset)) / Double(batch.header.lastOffsetDelta) : 0
        return timestamp(first.addingSaturated(Int64(span * min(share, 1))))
      case .unknown: return nil
      }
    }
  }

  private static func timestamp(_ milliseconds: Int64) -> Timestamp? {
    guard milliseconds >= 0 else { return nil }
    return Timestamp(nanoseconds: milliseconds.multipliedSaturated(by: 1_000_000))
  }
}
