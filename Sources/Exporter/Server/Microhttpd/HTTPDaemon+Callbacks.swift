import CMicrohttpd
import CShims

extension HTTPDaemon {
  /// What MHD's thread calls; the context is the `ConnectionHandler` of the daemon.
  static func callbacks(_ context: UnsafeMutableRawPointer) -> shim_MHD_callbacks {
    unsafe shim_MHD_callbacks(
      handle: { handler, connection, _, method, _, _, uploadSize, _ in
        unsafe HTTPDaemon.handle(handler, connection, method, uploadSize)
      },
      connection_changed: { handler, connection, place, change in
        unsafe HTTPDaemon.connectionChanged(handler, connection, place, change)
      },
      received_request_line: { handler, target, connection in
        unsafe HTTPDaemon.receivedRequestLine(handler, target, connection)
        return nil
      },
      completed: { handler, connection, _, _ in
        unsafe HTTPDaemon.completed(handler, connection)
      },
      context: context)
  }

  private static func handler(_ context: UnsafeMutableRawPointer?) -> ConnectionHandler? {
    unsafe context.map { unsafe Unmanaged<ConnectionHandler>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func handle(
    _ handler: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ method: UnsafePointer<CChar>?,
    _ uploadSize: UnsafeMutablePointer<Int>?
  ) -> MHD_Result {
    guard let handler = unsafe self.handler(handler), let connection = unsafe connection,
      let method = unsafe method
    else { return .NO }
    let hasBody = unsafe (uploadSize?.pointee ?? 0) > 0
    // Nobody wants bodies; what is counted as taken here is thrown away.
    unsafe uploadSize?.pointee = 0
    let goesOn = unsafe handler.handle(
      HTTPConnection(connection), method: String(cString: method), hasBodyPart: hasBody)
    return goesOn ? .YES : .NO
  }

  private static func connectionChanged(
    _ handler: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
    _ place: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ change: MHD_ConnectionNotificationCode
  ) {
    guard let handler = unsafe self.handler(handler), let connection = unsafe connection,
      let place = unsafe place
    else { return }
    switch change {
    case .CONNECTION_NOTIFY_STARTED:
      let context = unsafe handler.opened(HTTPConnection(connection))
      unsafe place.pointee = Unmanaged.passRetained(context).toOpaque()
    case .CONNECTION_NOTIFY_CLOSED:
      // The session and its handshake are gone by now, and with this reference the credentials they used.
      guard let context = unsafe place.pointee else { return }
      unsafe handler.closed(Unmanaged<ConnectionContext>.fromOpaque(context).takeRetainedValue())
      unsafe place.pointee = nil
    @unknown default: break
    }
  }

  private static func receivedRequestLine(
    _ handler: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ connection: OpaquePointer?
  ) {
    guard let handler = unsafe self.handler(handler), let connection = unsafe connection,
      let context = unsafe HTTPConnection(connection).context, let target = unsafe target
    else { return }
    unsafe handler.receivedRequestLine(context, target: String(cString: target))
  }

  private static func completed(_ handler: UnsafeMutableRawPointer?, _ connection: OpaquePointer?) {
    guard let handler = unsafe self.handler(handler), let connection = unsafe connection,
      let context = unsafe HTTPConnection(connection).context
    else { return }
    handler.completed(context)
  }
}
