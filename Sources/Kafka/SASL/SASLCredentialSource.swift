/// What shows brokers who we are.
package protocol SASLCredentialSource: Sendable {
  var mechanism: SASLMechanism { get }

  /// Our side of one authentication with the broker that is dialled by this name.
  ///
  /// It may ask somebody else first, within a deadline of its own.
  func client(for host: String) async throws(SASLError) -> any SASLClient

  /// A broker did not take what a client showed it.
  func wasRefused()
}

extension SASLCredentialSource {
  package func wasRefused() {}
}
