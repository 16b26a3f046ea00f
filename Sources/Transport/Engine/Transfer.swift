/// What an engine drives: one easy handle and who waits for it.
///
/// Only on the loop.
protocol Transfer: AnyObject {
  var easy: CurlEasy { get }

  /// The transfer is over; nil: well. Not called from inside libcurl, so the engine may be told to remove it.
  func ended(_ failure: CurlFailure?)
}
