import Model

extension Catalog {
  static let dataDirectoryMetrics = [
    dataDirSize, dataDirFiles, dataDirSegments, dataDirOldestSegment, dataDirNewestSegment,
    dataDirPartitions, dataTopicSize, dataDirOmittedTopics, dataDirWalked, dataDirWalkDuration,
    dataDirSkipped,
  ]

  package static let dataDirSize = Metric(
    "broker_data_dir_size_bytes", .gauge, unit: .bytes, host: ["path"],
    help: "What everything in the data directory takes on the disk, as du counts it.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeContents(names, to: &rows) { $0.sizeBytes }
  }

  package static let dataDirFiles = Metric(
    "broker_data_dir_files", .gauge, host: ["path"],
    help: "Everything in the data directory that is no directory.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeContents(names, to: &rows) { $0.files }
  }

  package static let dataDirSegments = Metric(
    "broker_data_dir_segments", .gauge, host: ["path"],
    help: "Files in the data directory that hold records, told by the endings of their names.",
    from: \.dataDirectories
  ) { section, names, rows in
    section.writeContents(names, to: &rows) { $0.segments }
  }

  package static let dataDirOldestSegment = Metric(
    "broker_data_dir_oldest_segment_timestamp_seconds", .gauge, unit: .seconds, host: ["path"],
    help: "When the segment that has rested longest was written to last.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeContents(names, to: &rows) { $0.oldestSegment }
  }

  package static let dataDirNewestSegment = Metric(
    "broker_data_dir_newest_segment_timestamp_seconds", .gauge, unit: .seconds, host: ["path"],
    help: "When any segment was written to last.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeContents(names, to: &rows) { $0.newestSegment }
  }

  package static let dataDirPartitions = Metric(
    "broker_data_dir_partitions", .gauge, host: ["path", "kind"],
    help:
      "Directories of partitions' copies: current, to be deleted, future (moving here), stray (no longer this broker's), or offline (the disk does not let them be read).",
    from: \.dataDirectories
  ) { section, names, rows in
    for directory in section.directories {
      guard let contents = directory.contents else { continue }
      for kind in PartitionDirectoryKind.allCases {
        rows.write(
          contents.partitions[kind] ?? 0, names.dataDirectories[directory.path], directory.path, kind.rawValue
        )
      }
    }
  }

  package static let dataTopicSize = Metric(
    "broker_data_topic_size_bytes", .gauge, unit: .bytes, host: ["path", "topic"],
    help: "What a topic's partitions take on the disk in this data directory; the largest topics only.",
    from: \.dataDirectories
  ) { section, names, rows in
    for directory in section.directories {
      directory.contents?.topics.forEachInOrder { topic, bytes in
        rows.write(bytes, names.dataDirectories[directory.path], directory.path, topic)
      }
    }
  }

  package static let dataDirOmittedTopics = Metric(
    "broker_data_dir_omitted_topics", .gauge, host: ["path"],
    help: "Topics in the data directory that are not shown one by one because there are too many.",
    from: \.dataDirectories
  ) { section, names, rows in
    section.writeContents(names, to: &rows) { $0.omittedTopics }
  }

  package static let dataDirWalked = Metric(
    "broker_data_dir_walk_timestamp_seconds", .gauge, unit: .seconds, host: ["path"],
    help: "When all of the data directory had been looked at last: what is said of its files was true then.",
    from: \.dataDirectories
  ) { section, names, rows in
    section.writeContents(names, to: &rows) { $0.finishedAt.wall }
  }

  package static let dataDirWalkDuration = Metric(
    "broker_data_dir_walk_duration_seconds", .gauge, unit: .seconds, host: ["path"],
    help: "How long that took, with the pauses that keep it cheap.", from: \.dataDirectories
  ) { section, names, rows in
    section.writeContents(names, to: &rows) { $0.duration }
  }

  package static let dataDirSkipped = Metric(
    "broker_data_dir_skipped", .gauge, host: ["path", "reason"],
    help: "Files and directories in the data directory that could not be looked at, by reason.",
    from: \.dataDirectories
  ) { section, names, rows in
    for directory in section.directories {
      directory.contents?.skipped.forEachInOrder { reason, count in
        rows.write(count, names.dataDirectories[directory.path], directory.path, reason)
      }
    }
  }
}

extension DataDirectoriesSection {
  fileprivate func writeContents<Value: SampleValue>(
    _ names: BrokerNames, to rows: inout RowWriter, _ value: (DirectoryContents) -> Value?
  ) {
    for directory in directories {
      rows.write(directory.contents.flatMap(value), names.dataDirectories[directory.path], directory.path)
    }
  }
}
