import CCurl
import CShims

/// One libcurl easy handle, freed exactly once.
///
/// Only the thread of its multi handle may call.
@safe final class CurlEasy {
  /// Tells handles apart without holding one.
  typealias Identity = UInt

  let handle: UnsafeMutableRawPointer
  weak var handler: (any CurlEasyHandler)?
  private let errorText: UnsafeMutablePointer<CChar>
  private var lists: [KeptList] = []

  /// The corresponding C function is `curl_easy_init`.
  init() throws(CurlFailure) {
    guard CurlLibrary.isReady, let handle = unsafe curl_easy_init() else {
      throw CurlFailure(code: CURLE_FAILED_INIT.rawValue, message: "libcurl could not be initialised")
    }
    unsafe self.handle = handle
    unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    _ = unsafe shim_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe errorText.deallocate()
  }

  var identity: Identity {
    unsafe Identity(bitPattern: handle)
  }

  /// The corresponding C function is `curl_easy_setopt`.
  func set(_ option: CURLoption, _ value: Int) throws(CurlFailure) {
    try check(unsafe shim_curl_set_long(handle, option, value))
  }

  /// libcurl copies the text.
  ///
  /// The corresponding C function is `curl_easy_setopt`.
  func set(_ option: CURLoption, _ value: String?) throws(CurlFailure) {
    try check(unsafe shim_curl_set_string(handle, option, value))
  }

  /// libcurl does not copy the list: the handle keeps it.
  ///
  /// The corresponding C function is `curl_easy_setopt`.
  func set(_ option: CURLoption, _ list: consuming CurlList) throws(CurlFailure) {
    let kept = KeptList(list)
    lists.append(kept)
    try check(unsafe shim_curl_set_list(handle, option, kept.list.first))
  }

  func check(_ code: CURLcode) throws(CurlFailure) {
    guard code == CURLE_OK else { throw failure(code) }
  }

  /// The words of the error buffer, or libcurl's general ones for the code.
  func failure(_ code: CURLcode) -> CurlFailure {
    let detail = unsafe String(cString: errorText)
    let message = detail.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : detail
    return CurlFailure(
      code: code.rawValue, message: message, verification: verificationResult, systemError: systemError)
  }

  private final class KeptList {
    let list: CurlList

    init(_ list: consuming CurlList) {
      self.list = list
    }
  }
}
