import Model

extension Catalog {
  static let pressureMetrics = [
    pressureCPU, pressureMemory, pressureIO,
  ]

  package static let pressureCPU = Metric(
    "broker_pressure_cpu_stalled_seconds_total", .counter, unit: .seconds, host: ["process", "kind"],
    help: "Time for which some, or all (full), tasks of the broker's control group waited for a CPU.",
    from: \.processes
  ) { section, names, rows in
    section.writePressure(.cpu, names, to: &rows)
  }

  package static let pressureMemory = Metric(
    "broker_pressure_memory_stalled_seconds_total", .counter, unit: .seconds, host: ["process", "kind"],
    help: "Time for which some, or all (full), tasks of the broker's control group waited for memory.",
    from: \.processes
  ) { section, names, rows in
    section.writePressure(.memory, names, to: &rows)
  }

  package static let pressureIO = Metric(
    "broker_pressure_io_stalled_seconds_total", .counter, unit: .seconds, host: ["process", "kind"],
    help: "Time for which some, or all (full), tasks of the broker's control group waited for disks.",
    from: \.processes
  ) { section, names, rows in
    section.writePressure(.io, names, to: &rows)
  }
}
