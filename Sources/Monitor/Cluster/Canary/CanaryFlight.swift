import Kafka
import Model

/// A record that a broker has acknowledged and nobody has read again yet.
struct CanaryFlight: Equatable {
  enum Fate: Equatable {
    /// Nothing read so far tells.
    case open
    case arrived
    case lost
  }

  let record: CanaryRecord
  /// Who acknowledged it.
  let broker: NodeID
  let offset: Int64
  /// When it was handed over, on the boot clock.
  let started: Duration

  /// What became of it, as far as a fetch tells that began at its offset or before.
  func fate(in answer: CanaryAnswer) -> Fate {
    if let start = answer.logStart, start > offset { return .lost }
    for case .batch(let batch) in answer.batches where batch.header.lastOffset >= offset {
      guard batch.header.baseOffset <= offset else { return .lost }
      return holds(batch) ? .arrived : .lost
    }
    return .open
  }

  /// Where somebody else's topic compresses what we write, the offset is all there is to go by.
  private func holds(_ batch: RecordBatch) -> Bool {
    guard batch.isIntact else { return false }
    guard let records = try? batch.uncompressedRecords() else {
      return batch.header.attributes.compression != BatchAttributes.Compression.none
    }
    return records.contains { record in
      batch.header.baseOffset + Int64(record.offsetDelta) == offset && self.record.matches(record)
    }
  }
}
