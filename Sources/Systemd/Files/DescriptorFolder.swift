internal import CShims
import Glibc

/// The folder `fd` of a process.
package enum DescriptorFolder {
  package struct Count: Sendable, Hashable {
    package let value: Int
    /// Every entry had to be read: with many it takes long.
    package let wasCounted: Bool
  }

  private static let procfs = 0x9FA0

  /// How many descriptors the process holds; since Linux 6.2 the folder's size says so.
  ///
  /// The corresponding C functions are `stat` and `statfs`, and where the size says nothing `readdir`.
  package static func count(_ path: String) throws(SmallFile.Failure) -> Count {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw SmallFile.Failure(path: path, reason: .errno(errno))
    }
    // Elsewhere a folder's size is that of its own blocks.
    if status.st_size > 0, unsafe shim_file_system_kind(path) == procfs {
      return Count(value: Int(status.st_size), wasCounted: false)
    }
    return Count(value: try SmallFile.entryCount(path), wasCounted: true)
  }

  /// The inodes of the sockets among the descriptors; nil when there are more than `limit` descriptors.
  ///
  /// The corresponding C functions are `readdir` and `readlink`.
  package static func sockets(_ path: String, limit: Int) throws(SmallFile.Failure) -> Set<UInt32>? {
    var descriptors: [Int32] = []
    try Folder.appendNumbers(in: path, to: &descriptors)
    guard descriptors.count <= limit else { return nil }
    var inodes: Set<UInt32> = []
    for descriptor in descriptors + [0] {
      guard let target = try? SmallFile.target(of: "\(path)/\(descriptor)"), target.hasPrefix("socket:["),
        let inode = UInt32(target.dropFirst("socket:[".count).dropLast())
      else { continue }
      inodes.insert(inode)
    }
    return inodes
  }
}
