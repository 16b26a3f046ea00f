/// How the page's bytes travel.
package enum ContentEncoding: String, Sendable, Hashable, CaseIterable {
  case identity
  case gzip
}
