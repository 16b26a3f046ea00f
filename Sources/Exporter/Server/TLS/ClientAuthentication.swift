/// What the server asks of a client's certificate; the names are the web configuration's.
enum ClientAuthentication: String, Sendable, CaseIterable {
  case none = "NoClientCert"
  case request = "RequestClientCert"
  case requireAny = "RequireAnyClientCert"
  case verifyIfGiven = "VerifyClientCertIfGiven"
  case requireAndVerify = "RequireAndVerifyClientCert"

  var verifies: Bool {
    self == .verifyIfGiven || self == .requireAndVerify
  }
}
