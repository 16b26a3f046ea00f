/// A way from the status page to another route.
package struct PageLink: Sendable, Hashable {
  package let path: String
  /// What is there, in a few words.
  package let text: String

  package init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}
