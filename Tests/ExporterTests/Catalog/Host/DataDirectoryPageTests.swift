import Exporter
import Model
import TestSupport
import Testing

@Suite struct DataDirectoryPageTests {
  private func page(
    _ directories: [DataDirectoryReading], _ names: [String: String] = [:]
  ) async throws -> HostPage {
    try await HostPage { world, now in
      let section = DataDirectoriesSection(directories: directories, omitted: 1)
      world.replace(\.dataDirectories, with: section, readAt: now, staleAfter: .seconds(30))
      var discovery = DiscoverySection()
      discovery.names.dataDirectories = names
      world.replace(\.discovery, with: discovery, readAt: now, staleAfter: .seconds(30))
    }
  }

  private static var full: DataDirectoryReading {
    var reading = DataDirectoryReading(path: "/data")
    reading.totalBytes = 1000
    reading.availableBytes = 400
    reading.inodes = 50
    reading.freeInodes = 20
    reading.disk = DiskReading(
      device: "sda1", reads: 1, writes: 2, readBytes: 512, writeBytes: 1024, readTime: .milliseconds(1500),
      writeTime: .milliseconds(2500), busyTime: .seconds(3))
    var contents = DirectoryContents(
      finishedAt: Moment(wall: Timestamp(seconds: 1_700_000_000), uptime: .seconds(5)), duration: .seconds(20)
    )
    contents.sizeBytes = 600
    contents.files = 9
    contents.segments = 3
    contents.oldestSegment = Timestamp(seconds: 1_600_000_000)
    contents.newestSegment = Timestamp(seconds: 1_699_999_999)
    contents.topics = ["orders": 300, "audit": 200]
    contents.omittedTopics = 4
    contents.partitions = [.current: 2, .stray: 1]
    contents.skipped = ["permission": 7]
    reading.contents = contents
    return reading
  }

  @Test func `everything that is known has its row`() async throws {
    let rows = try await page([Self.full], ["/data": "1"]).rows
    let labels = "{broker=\"1\",path=\"/data\"}"
    let disk = "{broker=\"1\",path=\"/data\",device=\"sda1\"}"
    let expected = [
      "broker_data_dir_size_bytes\(labels) 600", "broker_data_dir_files\(labels) 9",
      "broker_data_dir_segments\(labels) 3",
      "broker_data_dir_oldest_segment_timestamp_seconds\(labels) 1600000000",
      "broker_data_dir_newest_segment_timestamp_seconds\(labels) 1699999999",
      "broker_data_dir_walk_timestamp_seconds\(labels) 1700000000",
      "broker_data_dir_walk_duration_seconds\(labels) 20", "broker_data_dir_omitted_topics\(labels) 4",
      "broker_data_dir_skipped{broker=\"1\",path=\"/data\",reason=\"permission\"} 7",
      "broker_data_topic_size_bytes{broker=\"1\",path=\"/data\",topic=\"audit\"} 200",
      "broker_data_topic_size_bytes{broker=\"1\",path=\"/data\",topic=\"orders\"} 300",
      "broker_data_dir_total_bytes\(labels) 1000", "broker_data_dir_available_bytes\(labels) 400",
      "broker_data_dir_inodes\(labels) 50", "broker_data_dir_inodes_free\(labels) 20",
      "broker_data_dirs_omitted 1", "broker_data_disk_reads_total\(disk) 1",
      "broker_data_disk_writes_total\(disk) 2", "broker_data_disk_read_bytes_total\(disk) 512",
      "broker_data_disk_write_bytes_total\(disk) 1024", "broker_data_disk_read_seconds_total\(disk) 1.5",
      "broker_data_disk_write_seconds_total\(disk) 2.5", "broker_data_disk_io_seconds_total\(disk) 3",
    ]
    let kinds = [("current", 2), ("delete", 0), ("future", 0), ("stray", 1), ("offline", 0)].map {
      "broker_data_dir_partitions{broker=\"1\",path=\"/data\",kind=\"\($0.0)\"} \($0.1)"
    }
    #expect(Set(rows) == Set(expected + kinds))
  }

  @Test func `what could not be read has a reason instead of a value`() async throws {
    let problems: [DataDirectoryReading.Part: String] = [
      .space: "hanging", .disk: "unreadable", .files: "hanging",
    ]
    let rows = try await page([DataDirectoryReading(path: "/data", problems: problems)]).rows
    #expect(
      rows == [
        "broker_data_dir_unread{path=\"/data\",part=\"space\",reason=\"hanging\"} 1",
        "broker_data_dir_unread{path=\"/data\",part=\"disk\",reason=\"unreadable\"} 1",
        "broker_data_dir_unread{path=\"/data\",part=\"files\",reason=\"hanging\"} 1",
        "broker_data_dirs_omitted 1",
      ])
  }

  @Test(.enabled(if: PeerProgram.isUsable("promtool", requiredAs: "prometheus"), "promtool is not installed"))
  func `promtool has no objection`() async throws {
    let promtool = try ChildProcess("promtool", ["check", "metrics"])
    promtool.write(try await page([Self.full]).page.text)
    promtool.closeInput()
    let status = try await promtool.wait()
    #expect(status == 0, "\(promtool.standardError.lines)")
  }
}
