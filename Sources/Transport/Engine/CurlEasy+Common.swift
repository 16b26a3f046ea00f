import CCurl
import CShims
import Model

extension CurlEasy {
  /// What holds for every connection: nothing comes from the environment, and nothing stops the loop.
  func applyCommonOptions(connectDeadline: Duration?) throws(CurlFailure) {
    try set(CURLOPT_NOSIGNAL, 1)
    // A name that is still being resolved when its transfer ends must not hold up the loop until it is.
    try set(CURLOPT_QUICK_EXIT, 1)
    try set(CURLOPT_PROXY, "")
    try set(CURLOPT_NOPROXY, "*")
    try set(CURLOPT_PROTOCOLS_STR, "http,https")
    try set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    try set(CURLOPT_TCP_KEEPALIVE, 1)
    if let connectDeadline {
      // Our own timer decides; libcurl's makes it try the next address of a host before all the time is gone.
      let milliseconds = max(1, connectDeadline.wholeNanoseconds / 1_000_000)
      try set(CURLOPT_CONNECTTIMEOUT_MS, Int(milliseconds))
    }
  }

  /// Connects to this host instead of the URL's.
  ///
  /// The corresponding C call is `curl_easy_setopt` with `CURLOPT_CONNECT_TO`.
  func connect(to host: String, port: UInt16) throws(CurlFailure) {
    var list = CurlList()
    try list.append("::\(host.contains(":") ? "[\(host)]" : host):\(port)")
    try set(CURLOPT_CONNECT_TO, list)
  }
}
