/// What is known of one data directory; nil where it could not be read.
package struct DataDirectoryReading: Sendable, Hashable {
  /// A part of what is read, as the label `part` names it.
  package enum Part: String, Sendable, Hashable, CaseIterable {
    case space, disk, files
  }

  package let path: String
  package var totalBytes: UInt64?
  package var availableBytes: UInt64?
  package var inodes: UInt64?
  package var freeInodes: UInt64?
  package var disk: DiskReading?
  /// Of the last time that all of it was looked at.
  package var contents: DirectoryContents?
  /// Why a part is not known.
  package var problems: [Part: String]

  package init(path: String, problems: [Part: String] = [:]) {
    self.path = path
    self.problems = problems
  }
}
