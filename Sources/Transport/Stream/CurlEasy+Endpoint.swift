import CCurl
import CShims

extension CurlEasy {
  func apply(_ endpoint: StreamEndpoint, connectDeadline: Duration?) throws(CurlFailure) {
    try applyCommonOptions(connectDeadline: connectDeadline)
    try set(CURLOPT_URL, endpoint.url)
    try set(CURLOPT_CONNECT_ONLY, 1)
    try set(CURLOPT_SSL_ENABLE_ALPN, 0)
    if let tls = endpoint.tls { try apply(tls) }
    if endpoint.tls?.serverName != nil { try connect(to: endpoint.host, port: endpoint.port) }
  }
}
