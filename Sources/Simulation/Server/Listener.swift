import Systemd

/// The socket at which clients of a broker arrive, while it is watched.
final class Listener {
  let socket: LoopbackSocket
  private var watch: DescriptorWatch?

  /// Only on the loop.
  init(_ socket: LoopbackSocket, on loop: EventLoop, _ arrival: @escaping () -> Void) throws(SystemError) {
    self.socket = socket
    watch = try loop.watch(socket.descriptor, for: .readable) { _ in arrival() }
  }

  /// Not watched any more when it is closed: a child that inherited it would keep it ready for ever.
  deinit {
    watch = nil
  }
}
