package enum ContainerState: String, Sendable, Hashable, CaseIterable {
  case created
  case running
  case paused
  case restarting
  case removing
  case exited
  case dead
}
