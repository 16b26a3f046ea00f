import Systemd

extension EventLoop {
  /// Sleeps for an hour of the loop's clock, and says whether that was cut short.
  func isInterruptedAsleep() async -> Bool {
    do {
      try await sleep(for: .seconds(3600))
      return false
    } catch {
      return true
    }
  }
}
