import Model

extension HostSights {
  init(_ world: World) {
    self.init()
    processes = world.processes?.value.processes.map(\.facts) ?? []
  }
}
