import Model

/// Why the block device under a directory is not known; the raw values are those of the label `reason`.
enum DiskVerdict: String, Error {
  /// The directory itself cannot be looked at.
  case unreadable
  /// The file system lies on no single device: overlay, btrfs, tmpfs, a network.
  case noDevice = "no_single_device"
  /// The kernel counts nothing for it.
  case notCounted = "not_in_diskstats"

  static func find(
    _ device: DiskStatistics.Device?, in statistics: DiskStatistics?
  ) -> Result<DiskReading, DiskVerdict> {
    guard let device else { return .failure(.unreadable) }
    if let disk = statistics?.disks[device] { return .success(disk) }
    // Numbers that belong to no device have the major 0.
    return .failure(device.major == 0 ? .noDevice : .notCounted)
  }
}
