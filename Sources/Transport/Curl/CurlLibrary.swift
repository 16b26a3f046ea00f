import CCurl
import CShims

/// The process-wide part of libcurl.
enum CurlLibrary {
  /// Set up once, on first use, whatever thread asks: libcurl and OpenSSL share tables between all handles.
  ///
  /// The corresponding C function is `curl_global_init`.
  static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
}
