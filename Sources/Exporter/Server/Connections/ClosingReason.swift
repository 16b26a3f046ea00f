/// Why the server closed a connection by itself: the label `reason` of its counter.
enum ClosingReason: String, Sendable, CaseIterable {
  case headersTooSlow = "headers_too_slow"
  case idle
  case readingTooSlow = "reading_too_slow"
  case crowded
  case bodyRefused = "body_refused"
  case stopping
}
