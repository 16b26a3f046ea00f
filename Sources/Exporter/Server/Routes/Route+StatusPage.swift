package import Model

extension Route {
  /// The page at exactly `/`.
  package static func statusPage(
    store: WorldStore, time: any TimeSource, notWatched: @escaping @Sendable () -> [NotWatched],
    links: [PageLink],
    build: BuildInfo
  ) -> Route {
    Route("/") { _ in
      let page = StatusPage.render(
        world: store.current, now: time.now(), notWatched: notWatched(), links: links, build: build)
      return .now(
        HTTPServerReply(
          status: 200, headers: securityHeaders, text: page, contentType: "text/html; charset=utf-8"))
    }
  }

  /// The browser loads nothing, runs nothing and sends nothing; our own style is known by its hash.
  private static let securityHeaders: [HTTPServerReply.Header] = [
    .init(
      "Content-Security-Policy",
      "default-src 'none'; style-src '\(StyleHash.of(StatusPage.style.text))'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'"),
    .init("X-Content-Type-Options", "nosniff"),
    .init("Referrer-Policy", "no-referrer"),
    .init("Cache-Control", "no-store"),
  ]
}
