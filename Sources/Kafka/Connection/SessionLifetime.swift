/// How long a broker honours an authentication.
enum SessionLifetime {
  /// How long to use it: afterwards the broker closes the connection without a word, so that it is better left before. Nil:
  /// for ever.
  static func usable(ofMilliseconds milliseconds: Int64) -> Duration? {
    guard milliseconds > 0 else { return nil }
    return Duration.milliseconds(milliseconds) * 4 / 5
  }
}
