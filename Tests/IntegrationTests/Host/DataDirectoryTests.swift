import Glibc
import TestSupport
import Testing

/// A data directory on a real file system of its own.
@Suite struct DataDirectoryTests {
  private func daemon(_ path: String) async throws -> RunningDaemon {
    let text = """
      clusters: []
      collectors:
        units: {enabled: false}
        data_dirs: {interval: 1s, paths: ['\(path)']}
      """
    return try await RunningDaemon([
      "--config.file", try TemporaryDirectory().write(Array(text.utf8), to: "brokerwatch.yaml"),
    ])
  }

  @Test func `a directory's numbers are those of du, df and the kernel's disk statistics`() async throws {
    let folder = try TemporaryDirectory()
    _ = try await Command(
      "sh", "-c",
      "cd \(folder.path); mkdir orders-0 audit-0; head -c 500000 /dev/zero > orders-0/0.log; touch audit-0/0.log"
    )
    let daemon = try await daemon(folder.path)
    let page = try await daemon.page { $0.value(of: "broker_data_dir_files") == 2 }
    func told(_ command: String) async throws -> [Double] {
      let output = try await Command("sh", "-c", command).output
      return output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    }
    let du = try await told("du --summarize --block-size=1 \(folder.path)")
    #expect(page.value(of: "broker_data_dir_size_bytes") == du.first)
    #expect(page.value(of: "broker_data_dir_segments") == 2)
    let df = try await told("df --block-size=1 --output=size,avail,itotal,iavail \(folder.path) | tail -n 1")
    #expect(page.value(of: "broker_data_dir_total_bytes") == df.first)
    // Others use the file system too.
    let available = try #require(page.value(of: "broker_data_dir_available_bytes"))
    #expect(abs(available - df[1]) < df[0] * 0.05)
    #expect(page.value(of: "broker_data_dir_inodes").map { $0 == df[2] } ?? true)
    #expect(
      page.values(of: "broker_data_topic_size_bytes", by: "topic").keys.sorted() == ["audit", "orders"])
    try await expectDisk(page, folder.path)
  }

  /// Either the numbers of the device under the path, or the reason why there are none.
  private func expectDisk(_ page: MetricsPage, _ path: String) async throws {
    let source = try await Command("df", "--output=source", path).output
    let device = source.split(separator: "\n").last?.split(separator: "/").last.map(String.init) ?? ""
    let lines = try String(decoding: Files.bytes(of: "/proc/diskstats"), as: UTF8.self).split(separator: "\n")
    let line = lines.map { $0.split(separator: " ") }.first { $0.count > 13 && $0[2] == device }
    guard let line else {
      #expect(page.value(of: "broker_data_dir_unread", ["part": "disk"]) == 1)
      return
    }
    let reads = try #require(page.value(of: "broker_data_disk_reads_total", ["device": device]))
    let writes = try #require(page.value(of: "broker_data_disk_write_bytes_total", ["device": device]))
    #expect(reads <= Double(line[3]) ?? 0)
    #expect(reads >= (Double(line[3]) ?? 0) * 0.95)
    #expect(writes <= (Double(line[9]) ?? 0) * 512)
    #expect(writes >= (Double(line[9]) ?? 0) * 512 * 0.95)
  }
}
