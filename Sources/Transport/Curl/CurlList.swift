import CCurl
import CShims

/// One `curl_slist`, freed exactly once.
///
/// Any thread may use it, one at a time.
@safe struct CurlList: ~Copyable {
  private(set) var first: UnsafeMutablePointer<curl_slist>?

  init() {
    unsafe first = nil
  }

  deinit {
    unsafe curl_slist_free_all(first)
  }

  /// The corresponding C function is `curl_slist_append`.
  mutating func append(_ text: String) throws(CurlFailure) {
    guard let longer = unsafe curl_slist_append(first, text) else {
      throw CurlFailure(code: CURLE_OUT_OF_MEMORY.rawValue, message: "out of memory")
    }
    unsafe first = longer
  }
}
