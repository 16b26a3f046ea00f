package import Model

extension Route {
  /// The watcher's own state, by the names that Prometheus gave these paths; they say nothing of the broker.
  package static func watcherHealth(isReady: @escaping @Sendable () -> Bool) -> [Route] {
    [
      Route("/-/healthy") { _ in .now(HTTPServerReply(status: 200, text: "Brokerwatch is healthy.\n")) },
      Route("/-/ready") { _ in
        .now(
          isReady()
            ? HTTPServerReply(status: 200, text: "Brokerwatch is ready.\n")
            : .refusal(503, "Brokerwatch is starting: some collectors have not read anything yet."))
      },
      Route("/health/live") { _ in
        .now(HTTPServerReply(status: 200, json: .object([.init("status", .string("ok"))])))
      },
    ]
  }

  /// How the brokers fare.
  package static func brokerHealth(_ verdict: @escaping @Sendable () -> HealthVerdict) -> [Route] {
    [
      Route("/health") { _ in
        let verdict = verdict()
        return .now(HTTPServerReply(status: verdict.state == .down ? 503 : 200, json: verdict.json))
      },
      Route("/health/ready") { _ in
        let verdict = verdict()
        return .now(HTTPServerReply(status: verdict.state.takesClients ? 200 : 503, json: verdict.json))
      },
    ]
  }
}

extension HealthState {
  /// Whether clients had better be sent to the broker; of one that is being worked on nobody knows.
  var takesClients: Bool {
    switch self {
    case .healthy, .degraded: true
    case .starting, .down, .maintenance, .unknown: false
    }
  }
}

extension HealthVerdict {
  var json: JSONText {
    .object([
      .init("status", .string(state.word)), .init("causes", causes.json),
      .init(
        "brokers",
        .list(
          brokers.map { broker in
            .object([
              .init("broker", .string(broker.name)), .init("cluster", .string(broker.cluster)),
              .init("status", .string(broker.state.word)), .init("causes", broker.causes.json),
            ])
          })),
    ])
  }
}

extension HealthState {
  /// What load balancers and scripts know for well.
  fileprivate var word: String { self == .healthy ? "ok" : rawValue }
}

extension [HealthCause] {
  fileprivate var json: JSONText {
    .list(map { .object([.init("cause", .string($0.kind.rawValue)), .init("text", .string($0.text))]) })
  }
}

extension HTTPServerReply {
  fileprivate init(status: Int, json: JSONText) {
    self.init(
      status: status, headers: [Header("Cache-Control", "no-store")], text: json.text + "\n",
      contentType: "application/json")
  }
}
