/// The directories in which brokers keep their data.
package struct DataDirectoriesSection: Sendable, Hashable {
  /// By path.
  package var directories: [DataDirectoryReading]
  /// Directories that are not watched because there are too many.
  package var omitted: Int

  package init(directories: [DataDirectoryReading] = [], omitted: Int = 0) {
    self.directories = directories
    self.omitted = omitted
  }
}
