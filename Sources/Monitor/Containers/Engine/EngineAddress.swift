import Transport

/// Where a container engine answers.
package struct EngineAddress: Sendable, Hashable, CustomStringConvertible {
  package enum Place: Sendable, Hashable {
    case socket(path: String)
    case host(String, port: UInt16, usesTLS: Bool)
  }

  package let place: Place

  package init(_ place: Place) {
    self.place = place
  }

  /// Where Docker and Podman listen unless told otherwise, in the order in which they are looked for.
  package static let usual = [
    EngineAddress(.socket(path: "/var/run/docker.sock")),
    EngineAddress(.socket(path: "/run/podman/podman.sock")),
  ]

  package var description: String {
    switch place {
    case .socket(let path): "unix://\(path)"
    case .host(let host, let port, let usesTLS):
      "\(usesTLS ? "https" : "tcp")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
  }

  /// A request to it; `path` begins with a slash.
  func request(_ path: String, tls: TLSSettings?) -> HTTPRequest {
    switch place {
    case .socket(let socket):
      var request = HTTPRequest(.get, "http://localhost\(path)")
      request.route = .unixSocket(path: socket)
      return request
    case .host(let host, let port, let usesTLS):
      let authority = "\(host.contains(":") ? "[\(host)]" : host):\(port)"
      var request = HTTPRequest(.get, "\(usesTLS || tls != nil ? "https" : "http")://\(authority)\(path)")
      if let tls { request.tls = tls }
      return request
    }
  }
}
