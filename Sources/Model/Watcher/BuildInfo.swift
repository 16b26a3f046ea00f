/// What this binary was built from.
package struct BuildInfo: Sendable, Hashable {
  package let version: String
  /// The commit, where the build knew it.
  package let revision: String?
  package let swiftVersion: String

  package init(version: String, revision: String?, swiftVersion: String) {
    self.version = version
    self.revision = revision
    self.swiftVersion = swiftVersion
  }
}
