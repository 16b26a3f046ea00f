import Model
import Systemd
import Transport

extension ContainerWatch {
  /// The shortest pause before events are asked for again; it doubles up to an interval.
  private static let firstPause = Duration.milliseconds(100)
  /// How much of what was heard is asked for again: engines do not promise to tell in order.
  private static let overlap: Int64 = 2_000_000_000

  /// Listens until it is cancelled, and inspects what events tell of at once.
  func follow() async {
    let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    changes = continuation
    await withDiscardingTaskGroup { group in
      group.addTask(name: "container changes") { await self.refresh(on: stream) }
      await listenAgainAndAgain()
      group.cancelAll()
    }
    changes = nil
    deafness = nil
    forgetConnection()
  }

  private func refresh(on changes: AsyncStream<Void>) async {
    for await _ in changes {
      // What fails here stays due, and is reported by the next reading.
      if (try? await refresh()) != nil { publish() }
    }
  }

  private func listenAgainAndAgain() async {
    var pause = Self.firstPause
    while !Task.isCancelled {
      do throws(EngineError) {
        try await listen()
        // It ended well, as proxies do to streams that are silent.
        pause = Self.firstPause
      } catch {
        deafness = error
        // Who may not listen may list.
        if !error.isRefusal || error.endsConnection { forgetConnection() }
        pause = min(pause * 2, settings.interval)
      }
      try? await loop.sleep(for: pause)
    }
  }

  /// Listens to one stream of events until it ends.
  private func listen() async throws(EngineError) {
    let engine = try await connect()
    let resumed = known.newestEvent.map { Self.start(after: $0, now: loop.time.now()) }
    let start = resumed ?? listeningSince?.wall.nanoseconds
    if listeningSince == nil { listeningSince = loop.time.now() }
    let body = try await engine.events(since: start, version)
    deafness = nil
    // Only now: what happens from here on is heard, what happened before is listed.
    isListDue = true
    changes?.yield()
    var splitter = JSONObjectSplitter()
    var pieces = body.makeAsyncIterator()
    do throws(TransportError) {
      while let piece = try await pieces.next() { take(splitter.take(piece)) }
    } catch {
      // Silence up to its limit is no failure either.
      guard error.kind == .timeout(.idle) else { throw EngineError(error) }
    }
    // If its engine ended with it, the next connection fails, and then all is inspected.
    self.engine = nil
    isListDue = true
  }

  /// An engine whose clock goes wrong must not make us wait for the time to come.
  private static func start(after newest: Int64, now: Moment) -> Int64 {
    max(overlap, min(newest, now.wall.nanoseconds)) - overlap
  }

  private func take(_ objects: [[UInt8]]) {
    var isNews = false
    for object in objects {
      guard let event = ContainerEvent.parse(object) else { continue }
      if known.take(event) { isNews = true }
    }
    if isNews { changes?.yield() }
  }
}
