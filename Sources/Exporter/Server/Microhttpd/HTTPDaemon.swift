import CMicrohttpd
import CShims
import Glibc
import Model

/// One `MHD_Daemon`: its epoll thread and the connections it accepted. `quiesce` and `stop` may be called from any
/// thread but the daemon's own.
@safe final class HTTPDaemon: Sendable {
  private struct Running: Sendable {
    /// An integer, because a pointer is not `Sendable`.
    let daemon: UInt
    /// The daemon's own descriptor of the listening socket; MHD forgets it when it is quiesced.
    let socket: CInt
    var isQuiesced = false
  }

  private let running: Locked<Running?>
  let handler: ConnectionHandler

  /// The corresponding C function is `MHD_start_daemon`.
  init(
    on socket: ListenSocket, address: String, handler: ConnectionHandler, withTLS: Bool, limits: ServerLimits
  ) throws(ServerError) {
    guard let descriptor = socket.duplicate() else {
      throw .cannotStart(address: address, reason: "there are no file descriptors left")
    }
    var flags = MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
    if withTLS { flags |= MHD_USE_TLS.rawValue }
    // `stop` releases this reference.
    let context = unsafe Unmanaged.passRetained(handler)
    let daemon = unsafe shim_MHD_start_daemon(
      flags, Self.callbacks(context.toOpaque()), descriptor, CUnsignedInt(limits.connections),
      limits.headerBytes, Self.inactivitySeconds(limits))
    guard let daemon = unsafe daemon else {
      let reason = unsafe String(cString: strerror(errno))
      unsafe context.release()
      close(descriptor)
      throw .cannotStart(address: address, reason: reason)
    }
    self.handler = handler
    running = Locked(Running(daemon: UInt(bitPattern: daemon), socket: descriptor))
  }

  deinit {
    stop()
  }

  /// Accepts no more connections and goes on with those it has. The corresponding C function is
  /// `MHD_quiesce_daemon`.
  func quiesce() {
    running.withLock { running in
      guard let state = running, !state.isQuiesced,
        let daemon = unsafe OpaquePointer(bitPattern: state.daemon)
      else { return }
      _ = unsafe MHD_quiesce_daemon(daemon)
      running?.isQuiesced = true
    }
  }

  /// Closes every connection and ends the thread. The corresponding C function is `MHD_stop_daemon`.
  func stop() {
    guard let state = running.withLock({ $0.take() }),
      let daemon = unsafe OpaquePointer(bitPattern: state.daemon)
    else { return }
    // MHD aborts the process when it is stopped while a connection is suspended.
    handler.answerSuspended()
    unsafe MHD_stop_daemon(daemon)
    if state.isQuiesced { close(state.socket) }
    unsafe Unmanaged.passUnretained(handler).release()
  }

  /// Our own deadlines come first; MHD's works even when the event loop hangs.
  private static func inactivitySeconds(_ limits: ServerLimits) -> CUnsignedInt {
    CUnsignedInt(max(limits.idleTime, limits.sendingTime).seconds) + 15
  }
}
