import Model

extension Catalog {
  static let dataDiskMetrics = [
    dataDiskReads, dataDiskWrites, dataDiskReadBytes, dataDiskWriteBytes, dataDiskReadTime,
    dataDiskWriteTime, dataDiskBusyTime,
  ]

  package static let dataDiskReads = Metric(
    "broker_data_disk_reads_total", .counter, host: ["path", "device"],
    help: "Reads that the block device under the data directory has completed.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeDisks(names, to: &rows) { $0.reads }
  }

  package static let dataDiskWrites = Metric(
    "broker_data_disk_writes_total", .counter, host: ["path", "device"],
    help: "Writes that the block device under the data directory has completed.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeDisks(names, to: &rows) { $0.writes }
  }

  package static let dataDiskReadBytes = Metric(
    "broker_data_disk_read_bytes_total", .counter, unit: .bytes, host: ["path", "device"],
    help: "Bytes read from the block device under the data directory.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeDisks(names, to: &rows) { $0.readBytes }
  }

  package static let dataDiskWriteBytes = Metric(
    "broker_data_disk_write_bytes_total", .counter, unit: .bytes, host: ["path", "device"],
    help: "Bytes written to the block device under the data directory.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeDisks(names, to: &rows) { $0.writeBytes }
  }

  package static let dataDiskReadTime = Metric(
    "broker_data_disk_read_seconds_total", .counter, unit: .seconds, host: ["path", "device"],
    help: "Time that all reads took, added up; over their number it is the latency of one.",
    from: \.dataDirectories
  ) { section, names, rows in
    section.writeDisks(names, to: &rows) { $0.readTime }
  }

  package static let dataDiskWriteTime = Metric(
    "broker_data_disk_write_seconds_total", .counter, unit: .seconds, host: ["path", "device"],
    help: "Time that all writes took, added up; over their number it is the latency of one.",
    from: \.dataDirectories
  ) { section, names, rows in
    section.writeDisks(names, to: &rows) { $0.writeTime }
  }

  package static let dataDiskBusyTime = Metric(
    "broker_data_disk_io_seconds_total", .counter, unit: .seconds, host: ["path", "device"],
    help: "Time in which the block device under the data directory had something to do.",
    from: \.dataDirectories
  ) { section, names, rows in
    section.writeDisks(names, to: &rows) { $0.busyTime }
  }
}

extension DataDirectoriesSection {
  fileprivate func writeDisks<Value: SampleValue>(
    _ names: BrokerNames, to rows: inout RowWriter, _ value: (DiskReading) -> Value
  ) {
    for directory in directories {
      guard let disk = directory.disk else { continue }
      rows.write(value(disk), names.dataDirectories[directory.path], directory.path, disk.device)
    }
  }
}
