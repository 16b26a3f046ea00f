import Model
import Monitor

extension CollectorList {
  func add(
    _ configuration: ContainersConfiguration, to running: inout [any Collector], off: inout [CollectorStatus]
  ) {
    if let collector = containers.collector(for: configuration.isEnabled ? configuration.settings : nil) {
      running.append(collector)
    } else {
      off.append(
        status("containers", ContainerCollector.watches(configuration.address), configuration.interval))
    }
  }
}
