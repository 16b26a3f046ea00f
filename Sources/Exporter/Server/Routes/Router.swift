/// Finds the route of a request. Pure: it neither runs routes nor knows connections.
struct Router: Sendable {
  enum Destination: Sendable {
    case route(Route)
    case refusal(HTTPServerReply)
  }

  /// The label `handler` of requests that reached no route.
  private static let unmatchedHandler = "unmatched"

  private let routes: [String: Route]

  init(_ routes: [Route]) {
    self.routes = Dictionary(routes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func handlerName(of path: String) -> String {
    routes[path]?.handlerName ?? Self.unmatchedHandler
  }

  func destination(method: String, path: String) -> Destination {
    guard let route = routes[path] else {
      return .refusal(.refusal(404, "There is nothing at this path; the page at / lists what there is."))
    }
    guard route.allowedMethods.contains(method) else {
      let allowed = route.allowedMethods.joined(separator: ", ")
      return .refusal(
        .refusal(
          405, "\(route.path) answers only \(allowed).", headers: [.init("Allow", allowed)]))
    }
    return .route(route)
  }
}
