package import Model

extension EventLoop {
  static let lagBounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  /// How late this loop ran what was due: jobs since they were enqueued, timers since their deadlines.
  ///
  /// Any thread may ask.
  package var lag: LoopLag {
    LoopLag(loop: name, seconds: lagSeconds.withLock { $0 })
  }

  func observeLag(since due: Duration) {
    let late = max(.zero, time.now().uptime - due).seconds
    lagSeconds.withLock { $0.observe(late) }
  }
}
