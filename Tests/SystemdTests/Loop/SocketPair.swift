import Glibc
import Model

/// Two connected stream sockets.
final class SocketPair: Sendable {
  let near: CInt
  private let far: Locked<CInt?>

  /// The corresponding C function is `socketpair`.
  init() {
    var ends: [CInt] = [-1, -1]
    unsafe socketpair(AF_UNIX, 1, 0, &ends)
    near = ends[0]
    far = Locked(ends[1])
  }

  deinit {
    close(near)
    closeFar()
  }

  func closeFar() {
    far.withLock { far in
      if let descriptor = far { close(descriptor) }
      far = nil
    }
  }

  /// The corresponding C function is `write`.
  func writeFar(_ text: String) {
    let bytes = Array(text.utf8)
    far.withLock { far in
      if let far { _ = unsafe write(far, bytes, bytes.count) }
    }
  }
}
