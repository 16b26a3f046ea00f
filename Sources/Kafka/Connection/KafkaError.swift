package import Transport

/// Why a broker gave no answer, or one that nobody can use.
package struct KafkaError: Error, Sendable, Equatable {
  package indirect enum Kind: Sendable, Equatable {
    case transport(TransportError)
    /// In the middle of a reply, or between two.
    case closedByBroker(midReply: Bool)
    case timeout(after: Duration)
    /// The broker speaks no version of the API that we speak.
    case unsupportedAPI
    case refused(ErrorCode, message: String?)
    case mechanismNotOffered(SASLMechanism, offered: [String])
    case authenticationFailed(SASLMechanism, message: String?)
    case sasl(SASLError)
    case unusable(WireError)
    case replyTooLarge(bytes: Int, limit: Int)
    case unexpectedReply(correlationID: Int32)
    case tooManyRequests(limit: Int)
    case cancelled
    case closedByOurselves
    /// What ended the connection concerned another request.
    case connectionEnded(because: KafkaError)
  }

  package let kind: Kind
  /// As people write it: `tls://kafka-1:9093`.
  package let broker: String
  /// Nil while connecting.
  package let api: APIKey?

  init(_ kind: Kind, broker: String, api: APIKey?) {
    self.kind = kind
    self.broker = broker
    self.api = api
  }

  /// As another request that was under way sees it.
  func seen(by api: APIKey) -> Self {
    if case .timeout = kind { past(for: api) } else { KafkaError(kind, broker: broker, api: api) }
  }

  /// What ended the connection, for who did nothing but connect.
  var origin: Self {
    guard case .connectionEnded(let reason) = kind else { return self }
    return KafkaError(reason.kind, broker: broker, api: reason.api ?? api)
  }

  /// As a request sees it that came too late.
  func past(for api: APIKey) -> Self {
    KafkaError(.connectionEnded(because: self), broker: broker, api: api)
  }
}

extension KafkaError.Kind {
  init(_ error: TransportError) {
    self = error.kind == .cancelled ? .cancelled : .transport(error)
  }

  init(_ error: SASLError) {
    self = error == .cancelled ? .cancelled : .sasl(error)
  }

  /// For a metric's label: one of few words.
  package var label: String {
    switch self {
    case .transport(let error): error.kind.isAboutTrust ? "tls" : "transport"
    case .closedByBroker: "closed"
    case .timeout: "timeout"
    case .unsupportedAPI: "unsupported"
    case .refused(let code, _): code.name
    case .mechanismNotOffered: ErrorCode.unsupportedSASLMechanism.name
    case .authenticationFailed: ErrorCode.saslAuthenticationFailed.name
    case .sasl: "sasl"
    case .unusable: "malformed_reply"
    case .replyTooLarge: "reply_too_large"
    case .unexpectedReply: "unexpected_reply"
    case .tooManyRequests: "too_many_requests"
    case .cancelled: "cancelled"
    case .closedByOurselves: "closed_by_us"
    case .connectionEnded: "connection_ended"
    }
  }
}

extension TransportError.Kind {
  var isAboutTrust: Bool {
    switch self {
    case .tlsHandshake, .unknownAuthority, .certificateExpired, .hostnameMismatch, .certificateRejected,
      .clientCertificateRefused, .authorityFileUnusable, .identityUnusable:
      true
    default: false
    }
  }
}
