/// Who watches descriptors and keeps the timer for a multi handle.
///
/// The calls come from inside libcurl, on the thread that drives the handle; they must not call libcurl back.
protocol CurlMultiHandler: AnyObject {
  /// What `descriptor` is to be watched for from now on; nil: it is about to be closed.
  func wants(_ interest: SocketInterest?, on descriptor: CInt, for easy: CurlEasy.Identity)

  /// The one timer fires after `delay`; nil: not at all.
  func wantsTimer(after delay: Duration?)
}

/// What libcurl waits for on a socket.
struct SocketInterest: Equatable {
  let reading: Bool
  let writing: Bool
}
