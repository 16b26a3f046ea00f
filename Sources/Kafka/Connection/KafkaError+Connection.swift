import Transport

extension KafkaError {
  /// Whether the next question to the same broker would fail as well.
  package var isAboutConnection: Bool {
    switch kind {
    case .unsupportedAPI, .refused, .replyTooLarge, .tooManyRequests, .unusable: api == nil
    case .transport, .closedByBroker, .timeout, .mechanismNotOffered, .authenticationFailed, .sasl,
      .unexpectedReply, .cancelled, .closedByOurselves, .connectionEnded:
      true
    }
  }

  /// Whether there was no answer in time, to this question or to one before it on the same connection.
  package var isAboutTime: Bool {
    switch kind {
    case .timeout: true
    case .connectionEnded(let reason): reason.isAboutTime
    default: false
    }
  }

  /// Whether one side will not deal with the other, which waiting does not mend.
  package var isRefusal: Bool {
    switch kind {
    case .transport(let error): error.kind.isAboutTrust
    case .unsupportedAPI, .refused, .mechanismNotOffered, .authenticationFailed, .sasl: true
    case .closedByBroker, .timeout, .unusable, .replyTooLarge, .unexpectedReply, .tooManyRequests,
      .cancelled, .closedByOurselves, .connectionEnded:
      false
    }
  }

  /// Of a question that was not asked because the broker did not answer another one just before.
  package static func silent(_ address: BrokerAddress, _ api: APIKey) -> KafkaError {
    KafkaError(.closedByOurselves, broker: address.description, api: api)
  }
}
