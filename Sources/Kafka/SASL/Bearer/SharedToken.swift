package import Model
package import Systemd
package import Transport

/// A token of an endpoint, for all connections of a cluster: fetched once for all who wait, and anew at 80 % of its life.
package final class SharedToken: TokenSource {
  private struct State {
    var shelf = TokenShelf()
    var isFetching = false
    var waiters: [Waiter] = []
  }

  private enum Turn {
    case use(String)
    case fail(SASLError)
    case fetch
    case wait
  }

  private let fetcher: TokenFetcher
  private let state = Locked(State())

  /// The client must be one of this loop.
  package init(
    _ endpoint: TokenEndpoint, client: HTTPClient, on loop: EventLoop, time: any TimeSource = SystemTime()
  ) {
    fetcher = TokenFetcher(endpoint: endpoint, client: client, loop: loop, time: time)
  }

  package var description: String { fetcher.endpoint.description }

  package func token() async throws(SASLError) -> String {
    while true {
      switch takeTurn() {
      case .use(let text): return text
      case .fail(let error): throw error
      case .fetch: try await fetch()
      case .wait: try await wait()
      }
    }
  }

  package func wasRefused() {
    state.withLock { $0.shelf.wasRefused() }
  }

  private func takeTurn() -> Turn {
    let now = fetcher.time.now().uptime
    return state.withLock { state in
      switch state.shelf.turn(at: now) {
      case .use(let text): return .use(text)
      case .fail(let error): return .fail(error)
      case .fetch where state.isFetching: return .wait
      case .fetch:
        state.isFetching = true
        return .fetch
      }
    }
  }

  /// A cancelled fetch is no failure of the endpoint: the next who waits makes his own.
  private func fetch() async throws(SASLError) {
    let started = fetcher.time.now().uptime
    let outcome: Result<BearerToken, SASLError>
    do throws(SASLError) {
      outcome = .success(try await fetcher.fetch())
    } catch {
      outcome = .failure(error)
    }
    let now = fetcher.time.now().uptime
    let waiters = state.withLock { state in
      switch outcome {
      case .success(let token): state.shelf.keep(token, at: started)
      case .failure(.cancelled): break
      case .failure(let error): state.shelf.failed(error, at: now)
      }
      state.isFetching = false
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.settle(true) }
    if case .failure(.cancelled) = outcome { throw .cancelled }
  }

  private func wait() async throws(SASLError) {
    let waiter = Waiter()
    let hasLanded = await waiter.wait {
      let isFetching = state.withLock { state in
        if state.isFetching { state.waiters.append(waiter) }
        return state.isFetching
      }
      if !isFetching { waiter.settle(true) }
    } cancelled: {
    }
    if !hasLanded { throw .cancelled }
  }
}
