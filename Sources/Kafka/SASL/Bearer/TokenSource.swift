/// Where tokens come from; its description names the place.
package protocol TokenSource: Sendable, CustomStringConvertible {
  /// One that is good now.
  func token() async throws(SASLError) -> String

  /// A broker did not take the last one.
  func wasRefused()
}

extension TokenSource {
  package func wasRefused() {}
}
