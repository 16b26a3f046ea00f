import Model

extension ContainersSection {
  /// Every container, with the broker that it runs.
  func forEach(_ names: BrokerNames, _ write: (ContainerReading, String?) -> Void) {
    for container in containers { write(container, names.containers[container.name]) }
  }
}
