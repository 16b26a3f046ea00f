import Model
import Monitor

extension CollectorList {
  func addProcesses(
    _ configuration: Configuration, to running: inout [any Collector], off: inout [CollectorStatus]
  ) {
    if let collector = processes.collector(for: configuration) {
      running.append(collector)
    } else {
      off.append(
        status(ProcessCollector.name, ProcessCollector.watches, configuration.collectors.processes.interval))
    }
  }
}
