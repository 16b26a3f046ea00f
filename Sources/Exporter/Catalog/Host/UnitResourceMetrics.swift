import Model

extension Catalog {
  static let unitResourceMetrics = [
    unitMemory, unitMemoryPeak, unitCPU, unitTasks, unitReadBytes, unitWriteBytes,
  ]

  package static let unitMemory = Metric(
    "broker_unit_memory_bytes", .gauge, unit: .bytes, host: ["unit"],
    help: "Memory of the unit's cgroup, page cache included, where systemd accounts for it.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.resources.memoryBytes }
  }

  package static let unitMemoryPeak = Metric(
    "broker_unit_memory_peak_bytes", .gauge, unit: .bytes, host: ["unit"],
    help: "The most memory that the unit's cgroup used in this run; from systemd 255 on.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.resources.memoryPeakBytes }
  }

  package static let unitCPU = Metric(
    "broker_unit_cpu_seconds_total", .counter, unit: .seconds, host: ["unit"],
    help: "CPU time of the unit's cgroup in this run, where systemd accounts for it.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { unit in
      unit.resources.cpuNanoseconds.flatMap { Int64(exactly: $0) }.map { Duration.nanoseconds($0) }
    }
  }

  package static let unitTasks = Metric(
    "broker_unit_tasks", .gauge, host: ["unit"],
    help: "Processes and threads in the unit's cgroup.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.resources.tasks }
  }

  package static let unitReadBytes = Metric(
    "broker_unit_read_bytes_total", .counter, unit: .bytes, host: ["unit"],
    help: "Bytes that the unit's cgroup read from disks in this run, with IOAccounting= on.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.resources.readBytes }
  }

  package static let unitWriteBytes = Metric(
    "broker_unit_write_bytes_total", .counter, unit: .bytes, host: ["unit"],
    help: "Bytes that the unit's cgroup wrote to disks in this run, with IOAccounting= on.", from: \.units
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.resources.writeBytes }
  }
}
