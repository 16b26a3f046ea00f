/// Work that a suspended connection waits for.
struct PendingAnswer: Sendable {
  let work: @Sendable () async -> HTTPServerReply
  let finish: @Sendable (HTTPServerReply) -> Void

  func run() async {
    finish(await work())
  }
}
