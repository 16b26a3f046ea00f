import Model

/// `/proc/diskstats`: what the kernel counts of every block device and its partitions.
struct DiskStatistics: Sendable {
  struct Device: Sendable, Hashable {
    let major: UInt64
    let minor: UInt64
  }

  private(set) var disks: [Device: DiskReading] = [:]

  /// The kernel counts in these, whatever the device's own are.
  private static let sectorBytes: UInt64 = 512

  /// Lines that are not of the kernel's form are left out.
  static func parse(_ bytes: [UInt8]) -> DiskStatistics {
    var statistics = DiskStatistics()
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 14).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard words.count >= 14, let major = UInt64(words[0]), let minor = UInt64(words[1]) else { continue }
      let numbers = words[3..<14].map { UInt64($0) }
      guard let disk = reading(words[2], numbers) else { continue }
      statistics.disks[Device(major: major, minor: minor)] = disk
    }
    return statistics
  }

  /// Of the numbers, in the order of the kernel's Documentation/admin-guide/iostats.rst.
  private static func reading(_ device: String, _ numbers: [UInt64?]) -> DiskReading? {
    guard let reads = numbers[0], let readSectors = numbers[2], let readMilliseconds = numbers[3],
      let writes = numbers[4], let writeSectors = numbers[6], let writeMilliseconds = numbers[7],
      let busyMilliseconds = numbers[9]
    else { return nil }
    return DiskReading(
      device: device, reads: reads, writes: writes, readBytes: readSectors &* sectorBytes,
      writeBytes: writeSectors &* sectorBytes, readTime: duration(readMilliseconds),
      writeTime: duration(writeMilliseconds), busyTime: duration(busyMilliseconds))
  }

  private static func duration(_ milliseconds: UInt64) -> Duration {
    .milliseconds(Int64(clamping: milliseconds))
  }
}
