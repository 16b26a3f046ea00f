/// One path that the server knows, and who answers there.
package struct Route: Sendable {
  package let path: String
  /// `GET` allows `HEAD` too.
  package let methods: [String]
  /// The label `handler` of the server's own metrics.
  package let handlerName: String
  /// How many requests may be under way at once, from their headers to their last byte; nil for no limit.
  package let limit: Int?
  package let respond: @Sendable (HTTPServerRequest) -> Answer

  package init(
    _ path: String, methods: [String] = ["GET"], handlerName: String? = nil, limit: Int? = nil,
    respond: @escaping @Sendable (HTTPServerRequest) -> Answer
  ) {
    self.path = path
    self.methods = methods
    self.handlerName = handlerName ?? path
    self.limit = limit
    self.respond = respond
  }

  var allowedMethods: [String] {
    methods.contains("GET") ? methods + ["HEAD"] : methods
  }
}
