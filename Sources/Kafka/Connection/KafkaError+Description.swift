import Model
import Transport

extension KafkaError: CustomStringConvertible {
  package var description: String {
    let attempt = api.map { "\($0.name) request to" } ?? "Connection to"
    if api == nil, case .timeout(let limit) = kind {
      return
        "\(attempt) Kafka broker \(broker) failed: it was not ready for requests within \(limit.seconds) s. "
        + "Check whether the broker is overloaded, or allow more time."
    }
    return "\(attempt) Kafka broker \(broker) failed: \(kind.cause)" + (advice.map { " \($0)" } ?? "")
  }

  private var advice: String? {
    switch kind {
    case .closedByBroker, .unexpectedReply, .unusable, .replyTooLarge:
      api == .apiVersions
        ? "Check that the port is a Kafka listener, and whether it wants TLS." : kind.advice
    default: kind.advice
    }
  }
}

extension KafkaError.Kind {
  /// A sentence without its beginning.
  fileprivate var cause: String {
    switch self {
    case .transport(let error): error.description
    case .closedByBroker(midReply: true): "it closed the connection in the middle of a reply."
    case .closedByBroker(midReply: false): "it closed the connection instead of replying."
    case .timeout(let limit): "no reply came within \(limit.seconds) s, so the connection was closed."
    case .unsupportedAPI: "it offers no version of this API that brokerwatch speaks."
    case .refused(let code, let message): "it answered \(code)\(Self.quoted(message))."
    case .mechanismNotOffered(let mechanism, let offered):
      "its listener does not offer \(mechanism), but \(Self.list(offered))."
    case .authenticationFailed(let mechanism, let message):
      "it refused \(mechanism.evidence) for \(mechanism)\(Self.quoted(message))."
    case .sasl(let error):
      "the authentication cannot go on: \(error)." + (error.advice.map { " \($0)" } ?? "")
    case .unusable(let error): "its reply cannot be read. \(error)"
    case .replyTooLarge(let bytes, let limit): "its reply has \(bytes) bytes, and the limit is \(limit)."
    case .unexpectedReply(let id): "a reply came that belongs to no request (correlation id \(id))."
    case .tooManyRequests(let limit): "\(limit) requests wait for a reply already."
    case .cancelled: "the task was cancelled."
    case .closedByOurselves: "the connection was closed by ourselves."
    case .connectionEnded(let reason): "its connection had ended before. \(reason)"
    }
  }

  fileprivate var advice: String? {
    switch self {
    case .closedByBroker:
      "Look into the broker's log for the reason; a listener that wants SASL closes connections that do not authenticate."
    case .timeout:
      "Check whether the broker is overloaded or waits for its controller, or allow more time."
    case .unsupportedAPI: "What needs it is missing until the broker is upgraded."
    case .refused(.illegalSASLState, _): "Leave the user away: this listener asks for none."
    case .refused: "Look into the broker's log."
    case .mechanismNotOffered: "Configure one of these."
    case .authenticationFailed(let mechanism, _): mechanism.adviceOnRefusal
    case .unusable, .unexpectedReply:
      "Check what stands between, such as a proxy, and report it if there is nothing."
    case .replyTooLarge: "Watch fewer topics or groups, or raise the limit."
    case .tooManyRequests: "Wait for replies before sending more."
    case .transport, .sasl, .cancelled, .closedByOurselves, .connectionEnded: nil
    }
  }

  /// A broker's own words, which may be long.
  private static func quoted(_ message: String?) -> String {
    guard let message, !message.isEmpty else { return "" }
    return " (“\(message.prefix(300))”)"
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none at all" : names.prefix(16).joined(separator: ", ")
  }
}
