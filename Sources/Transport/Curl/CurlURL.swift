import CCurl
import CShims

/// One parsed URL, freed exactly once.
///
/// Any thread may use it, one at a time.
@safe struct CurlURL: ~Copyable {
  private let handle: OpaquePointer

  /// The corresponding C functions are `curl_url` and `curl_url_set`.
  init(_ text: String) throws(CurlFailure) {
    guard let handle = unsafe curl_url() else {
      throw CurlFailure(code: CURLE_OUT_OF_MEMORY.rawValue, message: "out of memory")
    }
    let code = unsafe curl_url_set(handle, CURLUPART_URL, text, 0)
    guard code == CURLUE_OK else {
      unsafe curl_url_cleanup(handle)
      throw Self.failure(code)
    }
    unsafe self.handle = handle
  }

  deinit {
    unsafe curl_url_cleanup(handle)
  }

  /// The corresponding C function is `curl_url_set`.
  borrowing func set(_ part: CURLUPart, _ value: String) throws(CurlFailure) {
    let code = unsafe curl_url_set(handle, part, value, 0)
    guard code == CURLUE_OK else { throw Self.failure(code) }
  }

  /// nil: the URL has no such part.
  ///
  /// The corresponding C function is `curl_url_get`.
  borrowing func part(_ part: CURLUPart, flags: CInt = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &text, UInt32(flags)) == CURLUE_OK, let text = unsafe text else {
      return nil
    }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }

  private static func failure(_ code: CURLUcode) -> CurlFailure {
    CurlFailure(
      code: CURLE_URL_MALFORMAT.rawValue, message: unsafe String(cString: curl_url_strerror(code)))
  }
}
