import Model
import Systemd

/// A `/proc` to read from: the host's, or a fixture's.
package struct Procfs: Sendable, Hashable {
  let root: String

  package init(root: String) {
    self.root = root
  }

  /// Whether it shows the files of this host as we see them ourselves.
  var isOfThisHost: Bool { root == "/proc" }

  func path(_ path: String) -> String { "\(root)/\(path)" }

  func read(_ path: String) throws(CollectorError) -> [UInt8] {
    do {
      return try SmallFile.read("\(root)/\(path)")
    } catch {
      throw CollectorError(.unreadable, error.description)
    }
  }

  /// The number of entries of a directory, `.` and `..` left out.
  func entryCount(_ path: String) throws(CollectorError) -> Int {
    do {
      return try SmallFile.entryCount("\(root)/\(path)")
    } catch {
      throw CollectorError(.unreadable, error.description)
    }
  }
}
