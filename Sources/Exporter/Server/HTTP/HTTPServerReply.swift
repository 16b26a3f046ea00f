package import Model

/// What a route answers.
package struct HTTPServerReply: Sendable {
  package typealias Header = HTTPServerRequest.Header

  package let status: Int
  package private(set) var headers: [Header]
  /// Sent from where they lie, without a copy; the blocks live until the last byte is out.
  package let body: [ByteBlock]

  package init(status: Int, headers: [Header] = [], body: [ByteBlock]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package init(
    status: Int, headers: [Header] = [], text: String, contentType: String = "text/plain; charset=utf-8"
  ) {
    self.init(
      status: status, headers: [Header("Content-Type", contentType)] + headers, body: [ByteBlock(text.utf8)])
  }

  /// One plain sentence that tells a person what is wrong with the request.
  package static func refusal(_ status: Int, _ sentence: String, headers: [Header] = []) -> HTTPServerReply {
    HTTPServerReply(status: status, headers: headers, text: sentence + "\n")
  }

  /// Adds headers, except those that the route has set itself.
  func adding(_ additions: [Header]) -> HTTPServerReply {
    var reply = self
    reply.headers += additions.filter { addition in
      !headers.contains { $0.name.equalsIgnoringCase(addition.name) }
    }
    return reply
  }
}
