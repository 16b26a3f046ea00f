import CCurl
import CShims

extension CurlEasy {
  /// Sends what arrives to `handler`.
  ///
  /// The context is this object, unretained: it frees the handle, so no call can come after it.
  func listen() throws(CurlFailure) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try check(unsafe shim_curl_on_connected(handle, connectionStands, context))
    try check(unsafe shim_curl_on_header(handle, headerLineArrived, context))
    try check(unsafe shim_curl_on_body(handle, bodyArrived, context))
  }

  /// Lets the body flow again; libcurl may deliver what it holds before this returns.
  ///
  /// The corresponding C function is `curl_easy_pause`.
  func resume() throws(CurlFailure) {
    try check(unsafe curl_easy_pause(handle, CURLPAUSE_CONT))
  }
}

private func handler(_ context: UnsafeMutableRawPointer?) -> (any CurlEasyHandler)? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<CurlEasy>.fromOpaque(context).takeUnretainedValue().handler
}

private func bytes(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
  unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
}

private func connectionStands(
  _ context: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?, _: UnsafeMutablePointer<CChar>?,
  _: CInt, _: CInt
) -> CInt {
  unsafe handler(context)?.connected()
  return CURL_PREREQFUNC_OK
}

private func headerLineArrived(
  _ start: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let handler = unsafe handler(context) else { return 0 }
  return unsafe handler.received(headerLine: bytes(start, size * count)) ? size * count : 0
}

private func bodyArrived(
  _ start: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let handler = unsafe handler(context) else { return 0 }
  return switch unsafe handler.received(body: bytes(start, size * count)) {
  case .taken: size * count
  case .pause: Int(CURL_WRITEFUNC_PAUSE)
  case .abort: 0
  }
}
