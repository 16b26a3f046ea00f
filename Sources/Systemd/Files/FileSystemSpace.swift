import Glibc

/// How much room a file system has.
package struct FileSystemSpace: Sendable, Hashable {
  package let totalBytes: UInt64?
  /// Of what is free, what users other than root may take.
  package let availableBytes: UInt64?
  /// Nil where a file system has no fixed number of them.
  package let inodes: UInt64?
  package let freeInodes: UInt64?

  /// Of the file system that holds this path; it may hang with the file system.
  ///
  /// The corresponding C function is `statvfs`.
  package init(of path: String) throws(SystemError) {
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else {
      throw SystemError("ask for the space at \(path)", .call("statvfs", code: errno))
    }
    let unit = UInt64(status.f_frsize)
    totalBytes = Self.product(UInt64(status.f_blocks), unit)
    availableBytes = Self.product(UInt64(status.f_bavail), unit)
    inodes = status.f_files == 0 ? nil : UInt64(status.f_files)
    freeInodes = status.f_files == 0 ? nil : UInt64(status.f_favail)
  }

  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64? {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : value
  }
}
