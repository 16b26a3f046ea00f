import CCurl
import CShims
import Model

extension CurlEasy {
  func apply(_ request: HTTPRequest, _ target: RequestTarget, userAgent: String) throws(CurlFailure) {
    try applyCommonOptions(connectDeadline: request.deadlines.connect)
    try apply(request.tls)
    try set(CURLOPT_URL, target.url)
    try set(CURLOPT_USERAGENT, userAgent)
    // A connection of HTTP/2 is shared: one body that nobody takes would fill memory while another flows.
    try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    try set(CURLOPT_FOLLOWLOCATION, request.maximumRedirects > 0 ? 1 : 0)
    try set(CURLOPT_MAXREDIRS, request.maximumRedirects)
    try set(CURLOPT_FRESH_CONNECT, request.reusesConnection ? 0 : 1)
    try set(CURLOPT_FORBID_REUSE, request.reusesConnection ? 0 : 1)
    if case .unixSocket(let path) = request.route { try set(CURLOPT_UNIX_SOCKET_PATH, path) }
    if let connection = target.connection { try connect(to: connection.host, port: connection.port) }
    try apply(request.method, body: request.body)
    try set(CURLOPT_HTTPHEADER, list(of: request.fields, hostField: target.hostField))
  }

  private func apply(_ method: HTTPMethod, body: ByteBlock?) throws(CurlFailure) {
    if let body = body ?? (method == .post || method == .put ? ByteBlock([]) : nil) {
      try set(CURLOPT_POST, 1)
      try setBody(body)
    }
    switch method {
    case .head: try set(CURLOPT_NOBODY, 1)
    case .get where body == nil, .post: break
    default: try set(CURLOPT_CUSTOMREQUEST, method.rawValue)
    }
  }

  private func list(of fields: HTTPFields, hostField: String?) throws(CurlFailure) -> CurlList {
    var list = CurlList()
    for line in fields.curlLines { try list.append(line) }
    if let hostField, fields["Host"] == nil { try list.append("Host: \(hostField)") }
    // libcurl's own: it would wait a second for a `100 Continue`, and call every body a form.
    if fields["Expect"] == nil { try list.append("Expect:") }
    if fields["Content-Type"] == nil { try list.append("Content-Type:") }
    return list
  }
}
