// Beside Glibc because its headers bring some of the types that both declare.
import CSystemd
import Glibc

/// Tells one state of a file from another without reading it.
package struct FileSignature: Sendable, Hashable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let modified: Int64
  private let changed: Int64

  /// The corresponding C function is `stat`; nil when there is no such file, or no right to see it.
  package init?(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
  }

  package static func all(_ paths: [String]) -> [String: FileSignature?] {
    Dictionary(paths.map { ($0, FileSignature(of: $0)) }, uniquingKeysWith: { first, _ in first })
  }
}
