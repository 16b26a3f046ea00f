package import Model

/// How much of what retention allows a group's lag has used up.
package enum RetentionJudge {
  package struct Log: Sendable {
    package var start: Int64?
    package var end: Int64?
    package var bytes: Int64?

    package init(start: Int64?, end: Int64?, bytes: Int64?) {
      self.start = start
      self.end = end
      self.bytes = bytes
    }
  }

  /// From 1 up records are deleted before they are consumed.
  ///
  /// By time and by bytes where the topic's limits are known, whichever is nearer; else by offsets, once deletion is known to have begun.
  package static func share(
    _ lag: LagJudge.Lag, age: Tenths?, log: Log, settings: TopicSettings?
  ) -> Double? {
    guard settings?.deletes != false, let records = lag.records else { return nil }
    if records == 0 { return 0 }
    if lag.marks.contains(.lostRecords) { return 1 }
    let length = log.start.flatMap { start in log.end.map { Double($0) - Double(start) } }
    let part = length.flatMap { $0 > 0 ? min(1, Double(records) / $0) : nil }
    var known: Double?
    if case .limit(let milliseconds) = settings?.retentionTime, milliseconds > 0, let age {
      known = Double(age) * 100 / Double(milliseconds)
    }
    if case .limit(let limit) = settings?.retentionBytes, limit > 0, let part, let bytes = log.bytes {
      let used = part * Double(bytes) / Double(limit)
      known = max(known ?? used, used)
    }
    if let known { return known }
    let isUnlimited = settings?.retentionTime == .unlimited && settings?.retentionBytes == .unlimited
    guard !isUnlimited, let start = log.start, start > 0 else { return nil }
    return part
  }
}
