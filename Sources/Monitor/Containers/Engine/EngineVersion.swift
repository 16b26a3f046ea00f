/// A version of the Docker Engine API.
struct EngineVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  let major: Int
  let minor: Int

  init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let major = parts[0], let minor = parts[1], major >= 0, minor >= 0 else {
      return nil
    }
    self.init(major, minor)
  }

  /// The newest that we know; its replies hold all that we read.
  static let newestKnown = EngineVersion(1, 51)
  /// The first whose statistics do not wait for a second sample.
  static let firstOneShot = EngineVersion(1, 41)

  var description: String { "\(major).\(minor)" }

  static func < (left: EngineVersion, right: EngineVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// The version to speak with an engine that offers those from `oldest` to `newest`.
  ///
  /// An engine of a time to come may speak none that we know; then its own are tried.
  static func spoken(oldest: EngineVersion?, newest: EngineVersion) -> EngineVersion {
    min(newest, max(newestKnown, oldest ?? newestKnown))
  }
}
