/// The lag of one group on one topic over the last minutes, in eight samples.
struct LagTrend: Sendable {
  private static let capacity = 8

  private var times: [8 of Tenths] = .init(repeating: 0)
  private var lags: [8 of Int64] = .init(repeating: 0)
  private var count: UInt8 = 0

  /// The newest sample moves along until it is far enough from the one before it to stay.
  mutating func observe(_ lag: Int64, at now: Tenths, window: Tenths) {
    let spacing = max(1, window / Tenths(Self.capacity - 1))
    var used = Int(count)
    if used > 0, now < times[used - 1] { used = 0 }
    if used > 1, now.subtractingSaturated(times[used - 2]) < spacing { used -= 1 }
    if used == Self.capacity {
      for index in 1..<used { (times[index - 1], lags[index - 1]) = (times[index], lags[index]) }
      used -= 1
    }
    (times[used], lags[used]) = (now, lag)
    count = UInt8(used + 1)
  }

  /// Offsets per second by least squares; nil until half the window is covered.
  func velocity(window: Tenths) -> Double? {
    guard covers(window / 2) else { return nil }
    let n = Double(count)
    var (sumT, sumL, sumTT, sumTL) = (0.0, 0.0, 0.0, 0.0)
    for index in 0..<Int(count) {
      let time = (Double(times[index]) - Double(times[0])) / 10
      let lag = Double(lags[index])
      sumT += time
      sumL += lag
      sumTT += time * time
      sumTL += time * lag
    }
    let spread = n * sumTT - sumT * sumT
    return spread > 0 ? (n * sumTL - sumT * sumL) / spread : nil
  }

  /// Steadily up over the whole window: every newer sample above every older one, so that a lag that swings about a level is none.
  func grows(window: Tenths) -> Bool {
    guard covers(window - window / 4), count >= 4 else { return false }
    let half = Int(count) / 2
    var (highestOlder, lowestNewer) = (Int64.min, Int64.max)
    for index in 0..<Int(count) {
      if index < half {
        highestOlder = max(highestOlder, lags[index])
      } else {
        lowestNewer = min(lowestNewer, lags[index])
      }
    }
    let (first, last) = (lags[0], lags[Int(count) - 1])
    return lowestNewer > highestOlder && Double(last) >= 1.1 * Double(first)
  }

  private func covers(_ span: Tenths) -> Bool {
    count > 1 && times[Int(count) - 1].subtractingSaturated(times[0]) >= span
  }
}
