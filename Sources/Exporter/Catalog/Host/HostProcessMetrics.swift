import Model

extension Catalog {
  static let hostProcessMetrics = [
    hostProcessUp, hostProcessCPU, hostProcessResidentMemory, hostProcessVirtualMemory, hostProcessSwap,
    hostProcessOpenDescriptors, hostProcessDescriptorLimit, hostProcessThreads, hostProcessMemoryMaps,
    hostProcessOOMScore, hostProcessStartTime, hostProcessRestarts, hostProcessReadBytes,
    hostProcessWrittenBytes, hostProcessSwitches, hostProcessFaults, hostProcessUnreadable,
    overlookedProcesses,
  ]

  package static let hostProcessUp = Metric(
    "broker_process_up", .gauge, host: ["process"],
    help: "1 while the broker's process runs; 0 when it is gone, until it is forgotten.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.isUp }
  }

  package static let hostProcessCPU = Metric(
    "broker_process_cpu_seconds_total", .counter, unit: .seconds, host: ["process"],
    help: "CPU time of the process, user and system together; it goes on over restarts.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.time(.cpuTime) }
  }

  package static let hostProcessResidentMemory = Metric(
    "broker_process_resident_memory_bytes", .gauge, unit: .bytes, host: ["process"],
    help: "Memory of the process that is in RAM, mapped files included.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.gauges.residentBytes }
  }

  package static let hostProcessVirtualMemory = Metric(
    "broker_process_virtual_memory_bytes", .gauge, unit: .bytes, host: ["process"],
    help: "Address space of the process.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.gauges.virtualBytes }
  }

  package static let hostProcessSwap = Metric(
    "broker_process_swap_bytes", .gauge, unit: .bytes, host: ["process"],
    help: "Memory of the process that was swapped out.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.gauges.swapBytes }
  }

  package static let hostProcessOpenDescriptors = Metric(
    "broker_process_open_fds", .gauge, host: ["process"],
    help: "File descriptors that the process holds open.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.gauges.openDescriptors }
  }

  package static let hostProcessDescriptorLimit = Metric(
    "broker_process_max_fds", .gauge, host: ["process"],
    help: "File descriptors that the process may hold open; absent without a limit.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.gauges.descriptorLimit }
  }

  package static let hostProcessThreads = Metric(
    "broker_process_threads", .gauge, host: ["process"],
    help: "Threads of the process.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.gauges.threads }
  }

  package static let hostProcessMemoryMaps = Metric(
    "broker_process_memory_maps", .gauge, host: ["process"],
    help: "Memory maps of the process, counted once a minute; the kernel allows vm.max_map_count.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.gauges.memoryMaps }
  }

  package static let hostProcessOOMScore = Metric(
    "broker_process_oom_score", .gauge, host: ["process"],
    help: "How likely the kernel is to end the process when memory runs out; the highest goes first.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.gauges.oomScore }
  }

  package static let hostProcessStartTime = Metric(
    "broker_process_start_time_seconds", .gauge, unit: .seconds, host: ["process"],
    help: "When the process was started.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.startTime }
  }

  package static let hostProcessRestarts = Metric(
    "broker_process_restarts_total", .counter, host: ["process"],
    help: "How often another process took the place of the one before.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.restarts }
  }

  package static let hostProcessReadBytes = Metric(
    "broker_process_read_bytes_total", .counter, unit: .bytes, host: ["process"],
    help: "Bytes that were read from disks for the process.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.counters[.readBytes] }
  }

  package static let hostProcessWrittenBytes = Metric(
    "broker_process_write_bytes_total", .counter, unit: .bytes, host: ["process"],
    help: "Bytes that the process caused to be written to disks.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.counters[.writtenBytes] }
  }

  package static let hostProcessSwitches = Metric(
    "broker_process_context_switches_total", .counter, host: ["process", "kind"],
    help:
      "Context switches of all threads since they were first seen, counted once a minute; voluntary while they wait for something.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      let broker = names.processes[process.name]
      rows.write(process.counters[.voluntarySwitches], broker, process.name, "voluntary")
      rows.write(process.counters[.involuntarySwitches], broker, process.name, "involuntary")
    }
  }

  package static let hostProcessFaults = Metric(
    "broker_process_page_faults_total", .counter, host: ["process", "kind"],
    help: "Page faults of the process; for a major one something had to be read from a disk.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      let broker = names.processes[process.name]
      rows.write(process.counters[.minorFaults], broker, process.name, "minor")
      rows.write(process.counters[.majorFaults], broker, process.name, "major")
    }
  }

  package static let hostProcessUnreadable = Metric(
    "broker_process_unreadable", .gauge, host: ["process", "part", "reason"],
    help: "1 for each part of the process that could not be read, so that its series are absent.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      process.unread.forEachInOrder { part, reason in
        rows.write(1, names.processes[process.name], process.name, part.rawValue, reason.rawValue)
      }
    }
  }

  package static let overlookedProcesses = Metric(
    "brokerwatch_overlooked_processes", .gauge,
    help: "Processes of brokers that are not watched, because there are too many.", from: \.processes
  ) { section, rows in
    rows.write(section.overlooked)
  }
}
