import Model

/// The sockets of one network namespace, as far as brokers' ports are concerned.
struct SocketSet: Sendable {
  let entries: [SocketEntry]
  /// Why they say nothing of bytes and round trips; nil if they do.
  let shortcoming: UnreadReason?
}
