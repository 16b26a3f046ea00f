import Model

/// A connection that rests until its reply is there.
final class Suspension: Sendable {
  private let connection: Locked<HTTPConnection?>
  private let context: ConnectionContext

  /// Only inside MHD's call of the handler.
  init(_ connection: HTTPConnection, _ context: ConnectionContext) {
    context.exchange.withLock { $0 = .suspended }
    connection.suspend()
    self.connection = Locked(connection)
    self.context = context
  }

  /// Hands the reply over and wakes the connection; later replies are ignored. From any thread.
  ///
  /// The lock is held while MHD is told: whoever finds the connection taken may rely on it being resumed.
  func finish(_ reply: HTTPServerReply) {
    connection.withLock { connection in
      guard let resting = connection.take() else { return }
      context.exchange.withLock { $0 = .ready(reply) }
      resting.resume()
    }
  }
}
