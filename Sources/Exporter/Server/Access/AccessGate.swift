/// Decides who gets to the routes, and under which conditions.
protocol AccessGate: Sendable {
  func answer(
    to request: HTTPServerRequest, _ next: @escaping @Sendable (HTTPServerRequest) -> Answer
  ) -> Answer
}
