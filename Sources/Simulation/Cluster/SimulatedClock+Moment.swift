package import Model

extension SimulatedClock {
  package init(_ moment: Moment) {
    wall = moment.wall.nanoseconds / 1_000_000
    uptime = moment.uptime.wholeNanoseconds / 1_000_000
  }
}
