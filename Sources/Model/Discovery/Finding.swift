/// One reason to believe something about a broker, in words for people.
package struct Finding: Sendable, Hashable {
  /// Where it was read, such as `process 812` or a file's path.
  package let source: String
  /// What was read there. Never a secret.
  package let statement: String

  package init(source: String, statement: String) {
    self.source = source
    self.statement = statement
  }
}
