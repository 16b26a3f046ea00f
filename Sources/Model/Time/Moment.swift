/// One instant as both clocks saw it: the wall clock to show people, the boot clock to measure ages with.
package struct Moment: Sendable, Hashable {
  package let wall: Timestamp
  /// Time since boot, suspend included: it never jumps when somebody sets the wall clock.
  package let uptime: Duration

  package init(wall: Timestamp, uptime: Duration) {
    self.wall = wall
    self.uptime = uptime
  }

  package func age(of earlier: Moment) -> Duration {
    uptime - earlier.uptime
  }
}
