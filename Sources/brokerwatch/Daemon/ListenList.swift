import Exporter
import Model
import Settings
import Systemd

/// Where the server listens: on sockets of its own, or on those that systemd opened for it.
struct ListenList: Sendable {
  let place: HTTPServer.Listening

  static func places(for web: WebConfiguration) throws -> [ListenList] {
    guard web.systemdSocket else { return web.listenAddresses.map { ListenList(place: .address($0)) } }
    let sockets = try ListenSockets().sockets
    guard !sockets.isEmpty else { throw StartError.noSocketFromSystemd }
    return sockets.map { ListenList(place: .socket($0.descriptor)) }
  }

  /// The address for people; port 0 has become a real one.
  func shown(port: UInt16?) -> String {
    switch place {
    case .address(let address): "\(ListenAddress(host: address.host, port: port ?? address.port))"
    case .socket: "systemd socket"
    }
  }

  /// Where a probe of our own reaches the server; nil for a socket that has no port.
  func healthURL(port: UInt16?) -> String? {
    guard let port else { return nil }
    var host = "127.0.0.1"
    if case .address(let address) = place, let named = address.host, named != "0.0.0.0" {
      host = named == "::" ? "::1" : named
    }
    return "http://\(ListenAddress(host: host, port: port))/-/healthy"
  }
}
