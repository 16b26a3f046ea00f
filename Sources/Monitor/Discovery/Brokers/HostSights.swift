import Model

/// What the newest readings of the host say that matters for who belongs together.
struct HostSights: Sendable, Hashable {
  var processes: [ProcessSight] = []
  var containers: [ContainerSight] = []
  var units: [UnitSight] = []
}
