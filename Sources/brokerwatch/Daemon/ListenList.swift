import Exporter
import Settings
import Systemd

/// Where the server listens: on sockets of its own, or on those that systemd opened for it.
struct ListenList: Sendable {
  let place: HTTPServer.Listening

  static func places(for web: WebConfiguration, sockets: ListenSockets) throws(StartError) -> [ListenList] {
    guard web.systemdSocket else { return web.listenAddresses.map { ListenList(place: .address($0)) } }
    guard !sockets.sockets.isEmpty else { throw .noSocketFromSystemd }
    return sockets.sockets.map { ListenList(place: .socket($0.descriptor)) }
  }

  /// The address for people; port 0 has become a real one.
  func shown(_ target: HealthTarget?) -> String {
    switch (place, target) {
    case (.address(let address), .port(_, let port)): "\(ListenAddress(host: address.host, port: port))"
    case (.address(let address), _): "\(address)"
    case (.socket, .port(let host, let port)): "\(ListenAddress(host: host, port: port))"
    case (.socket, .unixSocket(let path)): "unix:\(path)"
    case (.socket, nil): "a socket of systemd"
    }
  }
}
