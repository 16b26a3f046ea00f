import Model

extension HostSights {
  init(_ world: World) {
    self.init()
  }
}
