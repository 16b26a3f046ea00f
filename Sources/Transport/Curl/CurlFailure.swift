/// What libcurl said about an operation that failed, before anybody judged it.
struct CurlFailure: Error, Equatable {
  /// A `CURLcode`.
  let code: UInt32
  let message: String
  /// OpenSSL's `X509_V_ERR_…` for the peer's certificate; 0 when it had nothing against it.
  var verification = 0
  /// The `errno` of the system call that failed; 0 when none did.
  var systemError: CInt = 0
}
