import Model

extension HostSights {
  init(_ world: World) {
    self.init()
    processes = (world.processes?.value.processes ?? []).map { ProcessSight(name: $0.name, facts: $0.facts) }
    containers = (world.containers?.value.containers ?? []).map(ContainerSight.init)
    units = (world.units?.value.units ?? []).map { UnitSight(name: $0.name) }
  }
}

extension ContainerSight {
  init(_ reading: ContainerReading) {
    self.init(
      id: reading.id, name: reading.name, image: reading.image ?? "", labels: reading.labels,
      environment: reading.environment,
      ports: reading.ports.compactMap { port in
        guard port.transport == "tcp", let outside = port.hostPort else { return nil }
        let isAny = ["", "0.0.0.0", "::"].contains(port.hostAddress ?? "")
        return Port(inside: port.port, host: isAny ? nil : port.hostAddress, outside: outside)
      },
      mounts: reading.mounts.map { Mount(source: $0.source, destination: $0.destination) },
      hasOwnNetwork: reading.networkMode != "host")
  }
}
