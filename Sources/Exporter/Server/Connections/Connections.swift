import Glibc
import Model

/// The connection table of one server, and the sockets it speaks of.
///
/// A socket is shut down while the table is locked: MHD reports a connection as closed before it closes the
/// descriptor, so under the lock a descriptor in the table is still that connection's own.
final class Connections: Sendable {
  private struct State: Sendable {
    var table: ConnectionTable
    var drained: (@Sendable () -> Void)?
  }

  private let state: Locked<State>
  private let time: any TimeSource
  /// Called when the first connection comes, from MHD's thread.
  private let began: @Sendable () -> Void

  init(limits: ServerLimits, time: any TimeSource, began: @escaping @Sendable () -> Void) {
    state = Locked(State(table: ConnectionTable(limits: limits)))
    self.time = time
    self.began = began
  }

  var statistics: HTTPStatistics {
    state.withLock { $0.table.statistics }
  }

  func expect(_ handlers: [String]) {
    state.withLock { $0.table.expect(handlers) }
  }

  var isEmpty: Bool {
    state.withLock { $0.table.isEmpty }
  }

  func opened(_ socket: CInt) -> ConnectionID {
    let now = time.now().uptime
    let (id, isFirst) = state.withLock { state in
      let isFirst = state.table.isEmpty
      let (id, evicted) = state.table.opened(socket, at: now)
      Self.shutDown(evicted)
      return (id, isFirst)
    }
    if isFirst { began() }
    return id
  }

  func receivedRequestLine(_ id: ConnectionID) {
    let now = time.now().uptime
    state.withLock { $0.table.receivedRequestLine(id, at: now) }
  }

  /// Whether the request's route may answer one more.
  func admit(_ id: ConnectionID, limit: Int?) -> Bool {
    let now = time.now().uptime
    return state.withLock { state in
      switch state.table.admit(id, limit: limit, at: now) {
      case .admitted: return true
      case .admittedInsteadOf(let socket):
        Self.shutDown(socket)
        return true
      case .refused: return false
      }
    }
  }

  func begin(_ id: ConnectionID, handler: String) {
    let now = time.now().uptime
    state.withLock { $0.table.begin(id, handler: handler, at: now) }
  }

  func refuseBody(_ id: ConnectionID, handler: String) {
    begin(id, handler: handler)
    state.withLock { $0.table.refusedBody() }
  }

  func beganSending(_ id: ConnectionID, code: Int) {
    let now = time.now().uptime
    state.withLock { $0.table.beganSending(id, code: code, at: now) }
  }

  func completed(_ id: ConnectionID) {
    let now = time.now().uptime
    change { Self.shutDown($0.completed(id, at: now)) }
  }

  func closed(_ id: ConnectionID) {
    change { $0.closed(id) }
  }

  func closeOverdue() {
    let now = time.now().uptime
    change { $0.overdue(at: now).forEach(Self.shutDown) }
  }

  /// Ends what nobody serves, and calls back once when nothing is served any more.
  func drain(then drained: @escaping @Sendable () -> Void) {
    state.withLock { $0.drained = drained }
    change { $0.drain().forEach(Self.shutDown) }
  }

  private func change(_ body: (inout ConnectionTable) -> Void) {
    let drained = state.withLock { state -> (@Sendable () -> Void)? in
      body(&state.table)
      return state.drained != nil && state.table.isDrained ? state.drained.take() : nil
    }
    drained?()
  }

  private static func shutDown(_ socket: CInt?) {
    guard let socket else { return }
    shutdown(socket, CInt(SHUT_RDWR))
  }
}
