/// How a TLS connection proves who is at either end.
package struct TLSSettings: Sendable, Hashable {
  package enum Verification: Sendable, Hashable {
    /// The chain must lead to a known authority, and the name must be the one that was asked for.
    case full
    /// Anybody may answer: the connection is encrypted for whoever that is.
    case off
  }

  /// The certificate that we show, and its key; both PEM files.
  package struct Identity: Sendable, Hashable {
    package let certificateFile: String
    package let keyFile: String

    package init(certificateFile: String, keyFile: String) {
      self.certificateFile = certificateFile
      self.keyFile = keyFile
    }
  }

  /// A PEM file of the only authorities to trust; nil: the system's.
  package var authorityFile: String?
  package var identity: Identity?
  /// The name to ask for and to verify, where it is not the host that we connect to.
  package var serverName: String?
  package var minimumVersion: TLSVersion
  package var verification: Verification

  package init(
    authorityFile: String? = nil, identity: Identity? = nil, serverName: String? = nil,
    minimumVersion: TLSVersion = .v1_2, verification: Verification = .full
  ) {
    self.authorityFile = authorityFile
    self.identity = identity
    self.serverName = serverName
    self.minimumVersion = minimumVersion
    self.verification = verification
  }
}
