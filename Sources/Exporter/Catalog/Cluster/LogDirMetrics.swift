import Model

extension Catalog {
  static let logDirMetrics = [logDirSize, logDirTotal, logDirUsable, logDirOnline]

  package static let logDirSize = Metric(
    "broker_log_dir_size_bytes", .gauge, unit: .bytes, perCluster: ["broker", "log_dir"],
    help: "Size of all partitions' copies in this data directory of the broker, as the broker says."
  ) { cluster, rows in
    cluster.writeLogDirs(to: &rows) { $0.sizeBytes }
  }

  package static let logDirTotal = Metric(
    "broker_log_dir_total_bytes", .gauge, unit: .bytes, perCluster: ["broker", "log_dir"],
    help: "Size of the file system under this data directory; several directories may share one."
  ) { cluster, rows in
    cluster.writeLogDirs(to: &rows) { $0.totalBytes }
  }

  package static let logDirUsable = Metric(
    "broker_log_dir_usable_bytes", .gauge, unit: .bytes, perCluster: ["broker", "log_dir"],
    help: "What the broker may still write to the file system under this data directory."
  ) { cluster, rows in
    cluster.writeLogDirs(to: &rows) { $0.usableBytes }
  }

  package static let logDirOnline = Metric(
    "broker_log_dir_online", .gauge, perCluster: ["broker", "log_dir"],
    help: "1 while the broker uses this data directory, 0 after it gave it up because of an error."
  ) { cluster, rows in
    cluster.writeLogDirs(to: &rows) { $0.isOnline }
  }
}

extension ClusterSection {
  fileprivate func writeLogDirs<Value: SampleValue>(
    to rows: inout RowWriter, _ value: (LogDirReading) -> Value?
  ) {
    for directory in reading.logDirs ?? [] {
      rows.write(value(directory), name, directory.broker, directory.path)
    }
  }
}
