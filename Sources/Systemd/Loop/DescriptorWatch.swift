/// A descriptor that a loop watches; released, it is watched no more.
///
/// Release it before the descriptor is closed: the number may soon name something else.
package final class DescriptorWatch {
  private let loop: EventLoop
  private let id: UInt64
  package private(set) var interest: Readiness

  init(_ id: UInt64, for interest: Readiness, on loop: EventLoop) {
    self.id = id
    self.interest = interest
    self.loop = loop
  }

  deinit {
    let id = id
    loop.perform { loop in loop.removeSource(id) }
  }

  /// Watches for something else from now on; for nothing, not even a hang-up, if `interest` is empty.
  ///
  /// Only on the loop.
  package func change(to interest: Readiness) throws(SystemError) {
    loop.checkIsolated()
    guard interest != self.interest else { return }
    try loop.sources[id]?.change(to: interest)
    self.interest = interest
  }
}
