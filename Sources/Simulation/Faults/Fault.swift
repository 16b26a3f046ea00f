package import Kafka

/// What a broker can do wrong, or be made to say.
package enum Fault: Sendable, Equatable {
  /// Nothing listens on its port. Of a whole broker only.
  case refuse
  /// Takes requests and never answers; what comes behind on the connection waits too.
  case stall
  /// Answers after this long.
  case delay(Duration)
  /// Answers one byte at a time.
  case drip
  /// Closes the connection instead of answering.
  case close
  /// Closes it in the middle of the answer.
  case closeMidFrame
  /// Answers a request that nobody made.
  case wrongCorrelationID
  /// Announces an answer of two gigabytes.
  case giantLength
  /// Sends whole frames with half a message in them.
  case truncatedMessage
  /// Sends frames with some bytes behind the message.
  case trailingBytes
  /// Answers with this error wherever the reply has room for one. Of a whole broker: to everything but ApiVersions.
  case error(ErrorCode)
}
