package enum ContainerHealth: String, Sendable, Hashable, CaseIterable {
  case starting
  case healthy
  case unhealthy
}
