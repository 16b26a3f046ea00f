extension Route {
  /// How a reload went.
  package enum ReloadOutcome: Sendable, Hashable {
    case applied
    /// The old settings stay in force, for this reason.
    case rejected(String)
  }

  /// Reads the configuration again, for whoever may: people on this host, and those who proved who they are.
  package static func reload(_ reload: @escaping @Sendable () async -> ReloadOutcome) -> Route {
    Route("/-/reload", methods: ["POST", "PUT"]) { request in
      guard request.isLoopback || request.isAuthenticated else {
        return .now(
          .refusal(403, "A reload is accepted from this host only, or with a password or client certificate."))
      }
      // A page of another site can make a browser on this host send a POST; browsers then say so.
      guard ["same-origin", "none", nil].contains(request.header("Sec-Fetch-Site")) else {
        return .now(.refusal(403, "A reload is not accepted from a page of another site."))
      }
      return .later {
        switch await reload() {
        case .applied: HTTPServerReply(status: 200, text: "The configuration was read again and is in force.\n")
        case .rejected(let reason): .refusal(500, reason)
        }
      }
    }
  }
}
