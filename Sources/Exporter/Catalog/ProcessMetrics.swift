import Model

// The names that every Prometheus client library gives its own process.
extension Catalog {
  static let processMetrics = [
    processCPU, processResidentMemory, processVirtualMemory, processVirtualMemoryLimit,
    processOpenDescriptors,
    processDescriptorLimit, processThreads, processStartTime,
  ]

  package static let processCPU = Metric(
    "process_cpu_seconds_total", .counter, unit: .seconds,
    help: "CPU time that Brokerwatch has used, user and system together.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.process.cpuSeconds)
  }

  package static let processResidentMemory = Metric(
    "process_resident_memory_bytes", .gauge, unit: .bytes,
    help: "Memory of Brokerwatch that is in RAM.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.process.residentBytes)
  }

  package static let processVirtualMemory = Metric(
    "process_virtual_memory_bytes", .gauge, unit: .bytes,
    help: "Address space that Brokerwatch uses.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.process.virtualBytes)
  }

  package static let processVirtualMemoryLimit = Metric(
    "process_virtual_memory_max_bytes", .gauge, unit: .bytes,
    help: "Address space that Brokerwatch may use; absent without a limit.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.process.virtualLimitBytes)
  }

  package static let processOpenDescriptors = Metric(
    "process_open_fds", .gauge,
    help: "File descriptors that Brokerwatch holds open.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.process.openDescriptors)
  }

  package static let processDescriptorLimit = Metric(
    "process_max_fds", .gauge,
    help: "File descriptors that Brokerwatch may hold open.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.process.descriptorLimit)
  }

  package static let processThreads = Metric(
    "process_threads", .gauge,
    help: "Threads of Brokerwatch.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.process.threads)
  }

  package static let processStartTime = Metric(
    "process_start_time_seconds", .gauge, unit: .seconds,
    help: "When Brokerwatch was started.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.process.startTime)
  }
}
