/// One request as a route sees it; bodies are never kept.
package struct HTTPServerRequest: Sendable {
  package struct Header: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package let method: String
  /// As it was sent: no route needs escapes, so `%2e` never means a dot here.
  package let path: String
  /// What follows the question mark, undecoded.
  package let query: String
  package let headers: [Header]
  package let peer: PeerAddress
  /// A password or a verified client certificate proved who asks.
  package let isAuthenticated: Bool

  package init(
    method: String, path: String, query: String = "", headers: [Header] = [], peer: PeerAddress = .unknown,
    isAuthenticated: Bool = false
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.peer = peer
    self.isAuthenticated = isAuthenticated
  }

  package var isLoopback: Bool {
    peer.isLoopback
  }

  /// The values of a header, joined as RFC 9110 section 5.3 allows; nil without any.
  package func header(_ name: String) -> String? {
    let values = headers.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  func authenticated() -> HTTPServerRequest {
    HTTPServerRequest(
      method: method, path: path, query: query, headers: headers, peer: peer, isAuthenticated: true)
  }
}
