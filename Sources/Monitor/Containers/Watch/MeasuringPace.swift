import Model

/// How many containers are measured side by side.
///
/// Engines before Docker 27 answer within a second, whoever asks and for however many: they take a sample a second. Asked a few
/// at a time, they would take longer for all than there is.
struct MeasuringPace: Sendable, Hashable {
  static let fewest = 8
  /// Connections are shared with others who ask something.
  static let most = 48

  /// What one answer took last time, on average; at first the worst is assumed.
  private(set) var answerTime = Duration.seconds(1)

  /// As many as are needed to be done within a quarter of an interval.
  func concurrency(for count: Int, interval: Duration) -> Int {
    let needed = (Double(count) * answerTime.seconds / max(0.001, interval.seconds / 4)).rounded(.up)
    return Int(min(Double(Self.most), max(Double(Self.fewest), needed)))
  }

  mutating func took(_ total: Duration, for count: Int) {
    if count > 0 { answerTime = total / count }
  }
}
