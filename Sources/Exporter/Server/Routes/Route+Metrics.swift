extension Route {
  /// The metrics page: from the cache at once, or as soon as it is made.
  package static func metrics(_ cache: ExpositionCache, path: String = "/metrics", limit: Int? = 40) -> Route
  {
    Route(path, handlerName: "/metrics", limit: limit) { request in
      let format = ExpositionFormat.negotiate(accept: request.header("Accept"))
      guard let encoding = ContentEncoding.negotiate(acceptEncoding: request.header("Accept-Encoding")) else {
        return .now(
          .refusal(406, "\(path) is served plain or with gzip, and Accept-Encoding allows neither."))
      }
      if let page = cache.cached(format, encoding) { return .now(HTTPServerReply(page)) }
      return .later { HTTPServerReply(await cache.page(format, encoding)) }
    }
  }
}

extension HTTPServerReply {
  fileprivate init(_ page: Page) {
    var headers: [Header] = [
      .init("Content-Type", page.contentType), .init("Vary", "Accept, Accept-Encoding"),
    ]
    if page.encoding == .gzip { headers.append(.init("Content-Encoding", "gzip")) }
    self.init(status: 200, headers: headers, body: page.blocks)
  }
}
