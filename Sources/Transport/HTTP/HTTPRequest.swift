package import Model

package struct HTTPRequest: Sendable {
  /// Where the connection goes to, where the URL does not say so.
  package enum Route: Sendable, Hashable {
    case unixSocket(path: String)
    case host(String, port: UInt16)
  }

  package var method: HTTPMethod
  /// `http` or `https`; any user name and password in it are sent, but never shown.
  package var url: String
  package var fields: HTTPFields
  package var body: ByteBlock?
  package var route: Route?
  package var tls = TLSSettings()
  package var deadlines: Deadlines
  /// The longest head, in bytes, with all its lines.
  package var maximumHeaderBytes = 64 * 1024
  /// The longest body; nil: endless, for a body that is read as it comes.
  package var maximumBodyBytes: Int?
  /// How many redirects to follow.
  package var maximumRedirects = 0
  /// Whether a connection of an earlier request will do.
  ///
  /// If not, this one's is not kept either.
  package var reusesConnection = true

  package init(
    _ method: HTTPMethod = .get, _ url: String, fields: HTTPFields = [:], body: ByteBlock? = nil,
    deadlines: Deadlines = Deadlines()
  ) {
    self.method = method
    self.url = url
    self.fields = fields
    self.body = body
    self.deadlines = deadlines
  }
}
