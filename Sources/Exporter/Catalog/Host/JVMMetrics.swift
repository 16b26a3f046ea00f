import Model

extension Catalog {
  static let jvmMetrics = [
    jvmInfo, jvmMemoryUsed, jvmMemoryCommitted, jvmMemoryMax, jvmHeapMax, jvmThreads, jvmCollections,
    jvmCollectionTime, jvmSafepoints, jvmSafepointTime,
  ]

  package static let jvmInfo = Metric(
    "broker_jvm_info", .info, host: ["process", "version", "name", "vendor", "gc"],
    help: "The broker's Java virtual machine.",
    from: \.processes
  ) { section, names, rows in
    for process in section.processes {
      guard let jvm = process.jvm else { continue }
      rows.write(
        1, names.processes[process.name], process.name, jvm.version, jvm.name, jvm.vendor, jvm.collector)
    }
  }

  package static let jvmMemoryUsed = Metric(
    "broker_jvm_memory_used_bytes", .gauge, unit: .bytes, host: ["process", "area", "pool"],
    help:
      "Memory in use; most collectors refresh it only when they collect, so that right after a collection it is what lives.",
    from: \.processes
  ) { section, names, rows in
    section.writePools(names, to: &rows) { $0.usedBytes }
  }

  package static let jvmMemoryCommitted = Metric(
    "broker_jvm_memory_committed_bytes", .gauge, unit: .bytes, host: ["process", "area", "pool"],
    help: "Memory that the virtual machine has taken from the system.",
    from: \.processes
  ) { section, names, rows in
    section.writePools(names, to: &rows) { $0.committedBytes }
  }

  package static let jvmMemoryMax = Metric(
    "broker_jvm_memory_max_bytes", .gauge, unit: .bytes, host: ["process", "area", "pool"],
    help:
      "The most that one pool may take; pools that share the heap may each say all of it, so do not add them up.",
    from: \.processes
  ) { section, names, rows in
    section.writePools(names, to: &rows) { $0.limitBytes }
  }

  package static let jvmHeapMax = Metric(
    "broker_jvm_heap_max_bytes", .gauge, unit: .bytes, host: ["process"],
    help: "The most that the whole heap may take.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.jvm?.heapLimitBytes }
  }

  package static let jvmThreads = Metric(
    "broker_jvm_threads", .gauge, host: ["process"],
    help: "Live threads of Java, daemons included.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.jvm?.threads }
  }

  package static let jvmCollections = Metric(
    "broker_jvm_gc_collections_total", .counter, host: ["process", "gc"],
    help: "Garbage collections, or pauses of concurrent ones.",
    from: \.processes
  ) { section, names, rows in
    section.writeCounters(names, to: &rows) { counter in
      if case .collections(let gc) = counter { gc } else { nil }
    }
  }

  package static let jvmCollectionTime = Metric(
    "broker_jvm_gc_seconds_total", .counter, unit: .seconds, host: ["process", "gc"],
    help: "Time that garbage collections, or pauses of concurrent ones, took.",
    from: \.processes
  ) { section, names, rows in
    section.writeTimes(names, to: &rows) { counter in
      if case .collectionTime(let gc) = counter { gc } else { nil }
    }
  }

  package static let jvmSafepoints = Metric(
    "broker_jvm_safepoints_total", .counter, host: ["process"],
    help: "How often all threads were stopped.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.counters[.safepoints] }
  }

  package static let jvmSafepointTime = Metric(
    "broker_jvm_safepoint_seconds_total", .counter, unit: .seconds, host: ["process"],
    help: "Time for which all threads were stopped.",
    from: \.processes
  ) { section, names, rows in
    section.writeProcesses(names, to: &rows) { $0.time(.safepointTime) }
  }
}
