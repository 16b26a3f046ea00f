import Model
import Systemd
import Testing

@testable import Monitor

@Suite struct DiskStatisticsTests {
  /// The example of the kernel's Documentation/admin-guide/iostats.rst, with a line of newer kernels beside it.
  private static let text = """
       3    0   hda 446216 784926 9550688 4382310 424847 312726 5922052 19310380 0 3376340 23705160
     259    1 nvme0n1p1 10 0 80 7 20 0 160 9 0 16 16 1 0 8 0 5 3
       8    1   broken 1 2
       8    2   sda2 x 0 80 7 20 0 160 9 0 16 16
    not a line
    """

  @Test func `the kernel's columns become reads, writes, bytes and times`() {
    let disks = DiskStatistics.parse(Array(Self.text.utf8)).disks
    #expect(
      disks[.init(major: 3, minor: 0)]
        == DiskReading(
          device: "hda", reads: 446_216, writes: 424_847, readBytes: 9_550_688 * 512,
          writeBytes: 5_922_052 * 512,
          readTime: .milliseconds(4_382_310), writeTime: .milliseconds(19_310_380),
          busyTime: .milliseconds(3_376_340)))
    #expect(disks[.init(major: 259, minor: 1)]?.busyTime == .milliseconds(16))
    #expect(disks.count == 2)
  }

  @Test func `why there is no device is said`() {
    let statistics = DiskStatistics.parse(Array(Self.text.utf8))
    #expect(DiskVerdict.find(nil, in: statistics) == .failure(.unreadable))
    #expect(DiskVerdict.find(.init(major: 0, minor: 42), in: statistics) == .failure(.noDevice))
    #expect(DiskVerdict.find(.init(major: 8, minor: 1), in: statistics) == .failure(.notCounted))
    #expect(DiskVerdict.find(.init(major: 3, minor: 0), in: nil) == .failure(.notCounted))
    let found = DiskVerdict.find(.init(major: 3, minor: 0), in: statistics)
    #expect((try? found.get())?.device == "hda")
  }

  @Test func `every line of this kernel is understood`() throws {
    let bytes = try Procfs(root: "/proc").read("diskstats")
    let lines = bytes.split(separator: UInt8(ascii: "\n")).count
    #expect(DiskStatistics.parse(bytes).disks.count == lines)
  }
}
