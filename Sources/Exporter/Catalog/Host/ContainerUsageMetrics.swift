import Model

extension Catalog {
  static let containerUsageMetrics = [
    containerCPU, containerThrottled, containerCPULimit, containerMemoryUsage, containerWorkingSet,
    containerMemoryLimit, containerBlockRead, containerBlockWrite, containerProcesses,
  ]

  package static let containerCPU = Metric(
    "broker_container_cpu_seconds_total", .counter, unit: .seconds, host: ["container", "mode"],
    help: "Time that processes of the container ran, by mode: user or system.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.userTime, broker, container.name, "user")
      rows.write(container.usage?.systemTime, broker, container.name, "system")
    }
  }

  package static let containerThrottled = Metric(
    "broker_container_cpu_throttled_seconds_total", .counter, unit: .seconds, host: ["container"],
    help: "Time for which the container's CPU limit kept it from running.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.throttledTime, broker, container.name)
    }
  }

  package static let containerCPULimit = Metric(
    "broker_container_cpu_limit_cores", .gauge, host: ["container"],
    help: "How many cores the container may use; absent without a limit.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.cpuLimit, broker, container.name)
    }
  }

  package static let containerMemoryUsage = Metric(
    "broker_container_memory_usage_bytes", .gauge, unit: .bytes, host: ["container"],
    help: "Memory in use, page cache included.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.memory, broker, container.name)
    }
  }

  package static let containerWorkingSet = Metric(
    "broker_container_memory_working_set_bytes", .gauge, unit: .bytes, host: ["container"],
    help:
      "Memory in use without inactive page cache, as docker stats shows it: near the limit, processes are killed.",
    from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.workingSet, broker, container.name)
    }
  }

  package static let containerMemoryLimit = Metric(
    "broker_container_memory_limit_bytes", .gauge, unit: .bytes, host: ["container"],
    help: "How much memory the container may use; absent without a limit.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.memoryLimit, broker, container.name)
    }
  }

  package static let containerBlockRead = Metric(
    "broker_container_block_read_bytes_total", .counter, unit: .bytes, host: ["container"],
    help: "Bytes read from block devices.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.blockBytesRead, broker, container.name)
    }
  }

  package static let containerBlockWrite = Metric(
    "broker_container_block_write_bytes_total", .counter, unit: .bytes, host: ["container"],
    help: "Bytes written to block devices.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.blockBytesWritten, broker, container.name)
    }
  }

  package static let containerProcesses = Metric(
    "broker_container_pids", .gauge, host: ["container"],
    help: "Processes and threads of the container.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.usage?.processes, broker, container.name)
    }
  }
}
