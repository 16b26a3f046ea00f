import Model

extension Catalog {
  static let dataSpaceMetrics = [
    dataDirTotal, dataDirAvailable, dataDirInodes, dataDirInodesFree, dataDirUnread, dataDirsOmitted,
  ]

  package static let dataDirTotal = Metric(
    "broker_data_dir_total_bytes", .gauge, unit: .bytes, host: ["path"],
    help: "Size of the file system under the data directory; several directories may share one.",
    from: \.dataDirectories
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.totalBytes }
  }

  package static let dataDirAvailable = Metric(
    "broker_data_dir_available_bytes", .gauge, unit: .bytes, host: ["path"],
    help: "What users other than root may still write to the file system under the data directory.",
    from: \.dataDirectories
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.availableBytes }
  }

  package static let dataDirInodes = Metric(
    "broker_data_dir_inodes", .gauge, host: ["path"],
    help: "How many files the file system can have, where it has such a limit.", from: \.dataDirectories
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.inodes }
  }

  package static let dataDirInodesFree = Metric(
    "broker_data_dir_inodes_free", .gauge, host: ["path"],
    help: "How many files more the file system can have, where it has such a limit.", from: \.dataDirectories
  ) { section, names, rows in
    section.write(names, to: &rows) { $0.freeInodes }
  }

  package static let dataDirUnread = Metric(
    "broker_data_dir_unread", .gauge, host: ["path", "part", "reason"],
    help: "1 for a part (space, disk, files) of a data directory that could not be read, with the reason.",
    from: \.dataDirectories
  ) { section, names, rows in
    for directory in section.directories {
      for part in DataDirectoryReading.Part.allCases {
        guard let reason = directory.problems[part] else { continue }
        rows.write(1, names.dataDirectories[directory.path], directory.path, part.rawValue, reason)
      }
    }
  }

  package static let dataDirsOmitted = Metric(
    "broker_data_dirs_omitted", .gauge,
    help: "Data directories that are not watched because there are too many, or too many that hang.",
    from: \.dataDirectories
  ) { section, rows in
    rows.write(section.omitted)
  }
}

extension DataDirectoriesSection {
  fileprivate func write<Value: SampleValue>(
    _ names: BrokerNames, to rows: inout RowWriter, _ value: (DataDirectoryReading) -> Value?
  ) {
    for directory in directories {
      rows.write(value(directory), names.dataDirectories[directory.path], directory.path)
    }
  }
}
