import CCurl
import CShims

/// One libcurl multi handle, freed exactly once.
///
/// One thread drives it and everything in it.
@safe final class CurlMulti {
  let handle: UnsafeMutableRawPointer
  weak var handler: (any CurlMultiHandler)?

  /// The corresponding C function is `curl_multi_init`.
  init() throws(CurlFailure) {
    guard CurlLibrary.isReady, let handle = unsafe curl_multi_init() else {
      throw CurlFailure(code: CURLE_FAILED_INIT.rawValue, message: "libcurl could not be initialised")
    }
    unsafe self.handle = handle
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try check(unsafe shim_curl_multi_on_socket(handle, socketChanged, context))
    try check(unsafe shim_curl_multi_on_timer(handle, timerChanged, context))
  }

  deinit {
    unsafe curl_multi_cleanup(handle)
  }

  /// The corresponding C function is `curl_multi_setopt`.
  func set(_ option: CURLMoption, _ value: Int) throws(CurlFailure) {
    try check(unsafe shim_curl_multi_set_long(handle, option, value))
  }

  /// The corresponding C function is `curl_multi_add_handle`.
  func add(_ easy: CurlEasy) throws(CurlFailure) {
    try check(unsafe curl_multi_add_handle(handle, easy.handle))
  }

  /// Ends the transfer if it still runs, and then closes its connection.
  ///
  /// The corresponding C function is `curl_multi_remove_handle`.
  func remove(_ easy: CurlEasy) {
    _ = unsafe curl_multi_remove_handle(handle, easy.handle)
  }

  /// The corresponding C function is `curl_multi_socket_action`.
  func act(on descriptor: CInt, readable: Bool, writable: Bool) {
    let events = (readable ? CURL_CSELECT_IN : 0) | (writable ? CURL_CSELECT_OUT : 0)
    var running: CInt = 0
    _ = unsafe curl_multi_socket_action(handle, descriptor, events, &running)
  }

  /// The corresponding C call is `curl_multi_socket_action` with `CURL_SOCKET_TIMEOUT`.
  func actOnTimer() {
    var running: CInt = 0
    _ = unsafe curl_multi_socket_action(handle, CURL_SOCKET_BAD, 0, &running)
  }

  /// The next transfer that ended, and libcurl's code for its outcome.
  ///
  /// The corresponding C function is `curl_multi_info_read`.
  func nextEnded() -> (easy: CurlEasy.Identity, outcome: CURLcode)? {
    var left: CInt = 0
    while let message = unsafe curl_multi_info_read(handle, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
      return unsafe (
        CurlEasy.Identity(bitPattern: message.pointee.easy_handle), shim_curl_message_result(message)
      )
    }
    return nil
  }

  private func check(_ code: CURLMcode) throws(CurlFailure) {
    guard code == CURLM_OK else {
      throw CurlFailure(
        code: CURLE_FAILED_INIT.rawValue, message: unsafe String(cString: curl_multi_strerror(code)))
    }
  }
}

private func handler(_ context: UnsafeMutableRawPointer?) -> (any CurlMultiHandler)? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<CurlMulti>.fromOpaque(context).takeUnretainedValue().handler
}

private func socketChanged(
  _ easy: UnsafeMutableRawPointer?, _ descriptor: curl_socket_t, _ what: CInt,
  _ context: UnsafeMutableRawPointer?, _: UnsafeMutableRawPointer?
) -> CInt {
  let interest: SocketInterest? =
    what == CURL_POLL_REMOVE
    ? nil : SocketInterest(reading: what & CURL_POLL_IN != 0, writing: what & CURL_POLL_OUT != 0)
  unsafe handler(context)?.wants(interest, on: descriptor, for: CurlEasy.Identity(bitPattern: easy))
  return 0
}

private func timerChanged(
  _: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?
) -> CInt {
  unsafe handler(context)?.wantsTimer(after: milliseconds < 0 ? nil : .milliseconds(milliseconds))
  return 0
}
