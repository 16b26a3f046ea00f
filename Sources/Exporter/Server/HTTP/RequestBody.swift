/// No route wants a body: small ones are thrown away, others refused before they are sent.
enum RequestBody {
  static func refusal(of headers: [HTTPServerRequest.Header], limit: Int) -> HTTPServerReply? {
    guard !headers.contains(where: { $0.name.equalsIgnoringCase("Transfer-Encoding") }) else {
      return .refusal(411, "A request body needs a Content-Length here, and at most \(limit) bytes.")
    }
    let lengths = headers.filter { $0.name.equalsIgnoringCase("Content-Length") }.map { Int($0.value) }
    guard lengths.contains(where: { $0.map { $0 > limit } ?? true }) else { return nil }
    return .refusal(413, "A request body may have at most \(limit) bytes here.")
  }
}
