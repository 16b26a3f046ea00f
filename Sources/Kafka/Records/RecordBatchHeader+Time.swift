extension RecordBatchHeader {
  /// When the records of a batch were made, as far as its header tells.
  package enum RecordTime: Sendable, Equatable {
    case exactly(Int64)
    /// Producers' clocks may run backwards within a batch, so the bounds are a guess, but a good one.
    case between(Int64, Int64)
    case atMost(Int64)
    case unknown
  }

  /// Milliseconds since 1970. Nothing needs to be decompressed for it.
  package var recordTime: RecordTime {
    if maxTimestamp < 0 { return .unknown }
    if attributes.hasLogAppendTime || recordsCount == 1 { return .exactly(maxTimestamp) }
    if attributes.hasDeleteHorizon || baseTimestamp < 0 { return .atMost(maxTimestamp) }
    return .between(min(baseTimestamp, maxTimestamp), maxTimestamp)
  }
}
