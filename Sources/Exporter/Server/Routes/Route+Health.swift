extension Route {
  /// The watcher's own state, by the names that Prometheus gave these paths; they say nothing of the broker.
  package static func health(isReady: @escaping @Sendable () -> Bool) -> [Route] {
    [
      Route("/-/healthy") { _ in .now(HTTPServerReply(status: 200, text: "Brokerwatch is healthy.\n")) },
      Route("/-/ready") { _ in
        .now(
          isReady()
            ? HTTPServerReply(status: 200, text: "Brokerwatch is ready.\n")
            : .refusal(503, "Brokerwatch is starting: some collectors have not read anything yet."))
      },
      Route("/health") { _ in .now(.statusOK) },
      Route("/health/live") { _ in .now(.statusOK) },
    ]
  }
}

extension HTTPServerReply {
  fileprivate static let statusOK = HTTPServerReply(
    status: 200, text: #"{"status":"ok"}"# + "\n", contentType: "application/json")
}
