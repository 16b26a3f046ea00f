import CCurl
import CShims

extension CurlEasy {
  /// The corresponding C call is `curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, …)`.
  var verificationResult: Int {
    number(CURLINFO_SSL_VERIFYRESULT) ?? 0
  }

  /// The corresponding C call is `curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, …)`.
  var systemError: CInt {
    CInt(truncatingIfNeeded: number(CURLINFO_OS_ERRNO) ?? 0)
  }

  /// The descriptor of the connection; nil when there is none.
  ///
  /// The corresponding C call is `curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, …)`.
  var descriptor: CInt? {
    var socket = CURL_SOCKET_BAD
    let code = unsafe shim_curl_get_socket(handle, &socket)
    return code == CURLE_OK && socket != CURL_SOCKET_BAD ? socket : nil
  }

  /// The end of validity in the peer's own certificate, in libcurl's words; nil without a fresh TLS handshake.
  ///
  /// The corresponding C call is `curl_easy_getinfo(easy, CURLINFO_CERTINFO, …)`.
  var peerCertificateExpiry: String? {
    var chain: UnsafeMutablePointer<curl_certinfo>?
    guard unsafe shim_curl_get_certificates(handle, &chain) == CURLE_OK, let chain = unsafe chain,
      unsafe chain.pointee.num_of_certs > 0
    else { return nil }
    var entry = unsafe chain.pointee.certinfo[0]
    while let current = unsafe entry {
      let text = unsafe String(cString: current.pointee.data)
      if text.hasPrefix("Expire date:") { return String(text.dropFirst("Expire date:".count)) }
      unsafe entry = current.pointee.next
    }
    return nil
  }

  private func number(_ info: CURLINFO) -> Int? {
    var value = 0
    return unsafe shim_curl_get_long(handle, info, &value) == CURLE_OK ? value : nil
  }
}
