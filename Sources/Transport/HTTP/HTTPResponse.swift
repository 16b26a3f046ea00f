package import Model

/// The head of a response, and its body as it comes.
package struct HTTPResponse: Sendable {
  struct Head: Sendable {
    let status: Int
    let fields: HTTPFields
    let certificateExpiry: Timestamp?
  }

  package let status: Int
  package let fields: HTTPFields
  /// When the peer's certificate ends; nil without TLS, and on a connection of an earlier request.
  package let certificateExpiry: Timestamp?
  /// Let go of, together with the response, it closes the connection.
  package let body: HTTPBody

  init(_ head: Head, body: HTTPBody) {
    status = head.status
    fields = head.fields
    certificateExpiry = head.certificateExpiry
    self.body = body
  }
}
