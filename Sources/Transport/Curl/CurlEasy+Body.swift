import CCurl
import CShims
import Model

extension CurlEasy {
  /// libcurl reads from the block itself while it sends: who calls keeps the block as long as the handle.
  ///
  /// The corresponding C call is `curl_easy_setopt(easy, CURLOPT_POSTFIELDS, …)`.
  func setBody(_ block: ByteBlock) throws(CurlFailure) {
    try check(unsafe shim_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(block.count)))
    try check(unsafe shim_curl_set_pointer(handle, CURLOPT_POSTFIELDS, block.bytes.baseAddress))
  }
}
