/// A time that may be unknown, in four bytes where an optional takes eight.
struct KnownTime: Sendable, Hashable {
  private var tenths: Tenths

  static let unknown = KnownTime(tenths: .min)

  init(_ time: Tenths) {
    tenths = max(time, .min + 1)
  }

  private init(tenths: Tenths) {
    self.tenths = tenths
  }

  var value: Tenths? { tenths == .min ? nil : tenths }
}
