/// What is known of a container that may be a broker's.
struct ContainerSight: Sendable, Hashable {
  struct Port: Sendable, Hashable {
    let inside: UInt16
    /// Nil when every address of the host leads to it.
    let host: String?
    let outside: UInt16
  }

  struct Mount: Sendable, Hashable {
    let source: String
    let destination: String
  }

  let id: String
  let name: String
  let image: String
  var labels: [String: String] = [:]
  var environment: [String: String] = [:]
  var ports: [Port] = []
  var mounts: [Mount] = []
  var hasOwnNetwork = true

  /// Where the host has a directory of the container, if it is on a mount.
  func hostPath(of path: String) -> String? {
    let mount = mounts.filter { path == $0.destination || path.hasPrefix($0.destination + "/") }
      .max { $0.destination.count < $1.destination.count }
    return mount.map { $0.source + path.dropFirst($0.destination.count) }
  }
}
