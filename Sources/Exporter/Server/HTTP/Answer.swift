/// How a route answers: from the server's own thread, which must never wait, or later from a task.
package enum Answer: Sendable {
  case now(HTTPServerReply)
  /// The connection rests until the work is done. The task is cancelled when the server stops.
  case later(@Sendable () async -> HTTPServerReply)

  func map(_ change: @escaping @Sendable (HTTPServerReply) -> HTTPServerReply) -> Answer {
    switch self {
    case .now(let reply): .now(change(reply))
    case .later(let work): .later { change(await work()) }
    }
  }

  func reply() async -> HTTPServerReply {
    switch self {
    case .now(let reply): reply
    case .later(let work): await work()
    }
  }
}
