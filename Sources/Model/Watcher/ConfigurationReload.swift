/// How the last reading of one configuration file went.
package struct ConfigurationReload: Sendable, Hashable {
  package let name: String
  package var succeeded: Bool
  /// When a valid file was last put to use.
  package var appliedAt: Timestamp?

  package init(name: String, succeeded: Bool, appliedAt: Timestamp?) {
    self.name = name
    self.succeeded = succeeded
    self.appliedAt = appliedAt
  }
}
