package import Model

/// A clock that stands still until a test moves it.
package final class ManualTime: TimeSource {
  private struct State {
    var moment: Moment
    var wakers: [@Sendable () -> Void] = []
  }

  private let state: Locked<State>

  /// Starts at some moment that is zero on neither clock.
  package init(
    _ start: Moment = Moment(wall: Timestamp(seconds: 1_700_000_000), uptime: .seconds(1000))
  ) {
    state = Locked(State(moment: start))
  }

  package func now() -> Moment {
    state.withLock { $0.moment }
  }

  package func onJump(_ wake: @escaping @Sendable () -> Void) {
    state.withLock { $0.wakers.append(wake) }
  }

  /// Moves both clocks and wakes whoever waits for them.
  ///
  /// What becomes due then runs on its own thread: await it.
  package func advance(by duration: Duration) {
    let wakers = state.withLock { state in
      let wall = state.moment.wall.nanoseconds + duration.wholeNanoseconds
      state.moment = Moment(wall: Timestamp(nanoseconds: wall), uptime: state.moment.uptime + duration)
      return state.wakers
    }
    for wake in wakers { wake() }
  }
}
