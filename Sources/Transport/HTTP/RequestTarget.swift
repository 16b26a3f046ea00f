import CCurl
import CShims

/// A request's URL as libcurl is to get it, and as people are to read it.
struct RequestTarget: Equatable {
  let url: String
  /// The `Host` field, where libcurl would not send the right one by itself.
  var hostField: String?
  /// The host and port to connect to, where they are not the URL's.
  var connection: Connection?
  /// Where, without any user name, password or query.
  let address: String
  let path: String

  struct Connection: Equatable {
    let host: String
    let port: UInt16
  }

  init(_ request: HTTPRequest) throws(CurlFailure) {
    let url = try CurlURL(request.url)
    guard let scheme = url.part(CURLUPART_SCHEME), let host = url.part(CURLUPART_HOST),
      let port = url.part(CURLUPART_PORT, flags: CInt(CURLU_DEFAULT_PORT)).flatMap({ UInt16($0) })
    else {
      throw CurlFailure(code: CURLE_URL_MALFORMAT.rawValue, message: "the URL names no host")
    }
    let bareHost = String(host.drop { $0 == "[" }.prefix { $0 != "]" })
    let authority = url.part(CURLUPART_PORT).map { "\(host):\($0)" } ?? host
    connection = Self.connection(request.route, urlHost: bareHost, port: port, tls: request.tls)
    if let name = request.tls.serverName, name != bareHost {
      hostField = authority
      try url.set(CURLUPART_HOST, name)
    }
    self.url = url.part(CURLUPART_URL) ?? request.url
    address = Self.address(scheme: scheme, authority: authority, route: request.route)
    path = url.part(CURLUPART_PATH) ?? "/"
  }

  private static func connection(
    _ route: HTTPRequest.Route?, urlHost: String, port: UInt16, tls: TLSSettings
  ) -> Connection? {
    switch route {
    case .host(let host, let port): Connection(host: host, port: port)
    case .unixSocket: nil
    case nil: tls.serverName == nil ? nil : Connection(host: urlHost, port: port)
    }
  }

  private static func address(scheme: String, authority: String, route: HTTPRequest.Route?) -> String {
    switch route {
    case .unixSocket(let path): "unix:\(path)"
    case .host(let host, let port): "\(scheme)://\(authority) (through \(host):\(port))"
    case nil: "\(scheme)://\(authority)"
    }
  }
}
