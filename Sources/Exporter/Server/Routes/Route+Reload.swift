extension Route {
  /// How a reload went.
  package enum ReloadOutcome: Sendable, Hashable {
    case applied
    /// The old settings stay in force, for this reason.
    case rejected(String)
  }

  /// Reads the configuration again, for whoever may: people on this host, and those who proved who they are, by the
  /// web configuration's means or by this token.
  package static func reload(
    token: String? = nil, _ reload: @escaping @Sendable () async -> ReloadOutcome
  ) -> Route {
    Route("/-/reload", methods: ["POST", "PUT"]) { request in
      guard request.isLoopback || request.isAuthenticated || carries(token, request) else {
        return .now(
          .refusal(
            403, "A reload is accepted from this host only, or with a token, password or client certificate.")
        )
      }
      // A page of another site can make a browser on this host send a POST; browsers then say so.
      guard ["same-origin", "none", nil].contains(request.header("Sec-Fetch-Site")) else {
        return .now(.refusal(403, "A reload is not accepted from a page of another site."))
      }
      return .later {
        switch await reload() {
        case .applied:
          HTTPServerReply(status: 200, text: "The configuration was read again and is in force.\n")
        case .rejected(let reason): .refusal(500, reason)
        }
      }
    }
  }

  private static func carries(_ token: String?, _ request: HTTPServerRequest) -> Bool {
    guard let token, let header = request.header("Authorization") else { return false }
    return header.isSameSecret(as: "Bearer \(token)")
  }
}

extension String {
  /// Compared to the end whatever differs: the time must not tell how much was right.
  fileprivate func isSameSecret(as other: String) -> Bool {
    let pairs = zip(utf8, other.utf8)
    return pairs.reduce(UInt8(utf8.count == other.utf8.count ? 0 : 1)) { $0 | $1.0 ^ $1.1 } == 0
  }
}
