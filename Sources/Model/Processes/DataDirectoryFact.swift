/// A directory in which a broker keeps its data.
package struct DataDirectoryFact: Sendable, Hashable {
  /// As the broker itself calls it.
  package let path: String
  /// Where this host finds it: of a container's directory, its mount or the way through the process's root.
  package let hostPath: String

  package init(path: String, hostPath: String) {
    self.path = path
    self.hostPath = hostPath
  }
}
