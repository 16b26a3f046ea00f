// Beside Glibc because its headers bring some of the types that both declare.
import CSystemd
import Glibc

/// What the kernel knows of one file without opening it.
package struct FileFacts: Sendable, Hashable {
  package let device: UInt64
  package let inode: UInt64
  package let isDirectory: Bool
  package let isRegular: Bool
  package let links: UInt64
  /// What it takes on the disk, which is less than its length where there are holes.
  package let allocatedBytes: UInt64
  /// In nanoseconds since 1970.
  package let modified: Int64

  /// The file that this path names, links followed; the corresponding C function is `stat`.
  package init(of path: String) throws(SystemError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw SystemError("look at \(path)", .call("stat", code: errno))
    }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    links = UInt64(status.st_nlink)
    allocatedBytes = UInt64(clamping: status.st_blocks) &* 512
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
  }

  /// The two halves of the device's number, as glibc's `major` and `minor` take it apart.
  package var majorMinor: (major: UInt64, minor: UInt64) {
    let major = (device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000
    let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
    return (major, minor)
  }
}
