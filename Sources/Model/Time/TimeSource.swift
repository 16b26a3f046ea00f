/// Where the time comes from: the kernel, or a test.
package protocol TimeSource: Sendable {
  func now() -> Moment

  /// Calls `wake` whenever the time moves in a way the kernel's own timers cannot see, as a test's clock does.
  func onJump(_ wake: @escaping @Sendable () -> Void)
}
