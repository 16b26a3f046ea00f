import CCurl
import CShims
import Model

extension CurlEasy {
  /// What came of one attempt to move bytes.
  enum Attempt<Value> {
    case done(Value)
    /// The socket must become ready first. A send must then be repeated with the same bytes at the same address.
    case notReady
  }

  /// Sends some of `block` from `offset` on; answers how many bytes were accepted.
  ///
  /// The corresponding C function is `curl_easy_send`.
  func send(_ block: ByteBlock, from offset: Int, count: Int) throws(CurlFailure) -> Attempt<Int> {
    let slice = unsafe UnsafeRawBufferPointer(rebasing: block.bytes[offset..<offset + count])
    var accepted = 0
    let code = unsafe curl_easy_send(handle, slice.baseAddress, slice.count, &accepted)
    if code == CURLE_AGAIN { return .notReady }
    try check(code)
    return .done(accepted)
  }

  /// Receives at most `limit` bytes; none at the end of the stream.
  ///
  /// The corresponding C function is `curl_easy_recv`.
  func receive(upTo limit: Int) throws(CurlFailure) -> Attempt<[UInt8]> {
    var code = CURLE_OK
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      code = unsafe curl_easy_recv(handle, buffer.baseAddress, limit, &count)
    }
    if code == CURLE_AGAIN { return .notReady }
    try check(code)
    return .done(bytes)
  }
}
