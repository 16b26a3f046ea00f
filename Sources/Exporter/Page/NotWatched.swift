/// Something that a user may look for and that nobody watches.
package struct NotWatched: Sendable, Hashable {
  package let what: String
  package let why: String

  package init(_ what: String, because why: String) {
    self.what = what
    self.why = why
  }
}
