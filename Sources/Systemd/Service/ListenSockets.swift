import CSystemd
import Glibc

/// The sockets that a service manager opened for this process and listens on already.
package struct ListenSockets: Sendable {
  package struct Socket: Sendable, Hashable {
    /// `FileDescriptorName=` of the socket unit.
    package let name: String
    /// Whoever uses the socket closes it.
    package let descriptor: CInt
  }

  /// Empty unless the process was started by socket activation.
  package let sockets: [Socket]

  /// Takes them over: no child inherits them, nor the variables that announce them.
  ///
  /// Call it in main before there is a second thread: the environment has no lock. The corresponding C functions are
  /// `sd_listen_fds_with_names` and `sd_is_socket`.
  package init() throws(SystemError) {
    let attempt = "take over the sockets of the service manager"
    var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = unsafe sd_listen_fds_with_names(1, &names)
    let readNames = unsafe Self.take(names, count: Int(max(0, count)))
    guard count >= 0 else {
      throw SystemError(
        attempt, .call("sd_listen_fds_with_names", code: -count),
        advice: "LISTEN_FDS, LISTEN_PID and LISTEN_FDNAMES must be as systemd sets them.")
    }
    sockets = readNames.enumerated().map { index, name in
      Socket(name: name, descriptor: SD_LISTEN_FDS_START + CInt(index))
    }
    for socket in sockets where sd_is_socket(socket.descriptor, AF_UNSPEC, CInt(SOCK_STREAM.rawValue), 1) <= 0
    {
      throw SystemError(
        attempt,
        .refused("descriptor \(socket.descriptor) ('\(socket.name)') is not a listening stream socket"),
        advice: "Use ListenStream= and Accept=no in the socket unit.")
    }
  }

  /// Copies the names and frees the originals.
  private static func take(_ names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int)
    -> [String]
  {
    guard let names = unsafe names else { return [] }
    defer { unsafe free(names) }
    return (0..<count).map { index in
      guard let name = unsafe names[index] else { return "" }
      defer { unsafe free(name) }
      return unsafe String(cString: name)
    }
  }
}
