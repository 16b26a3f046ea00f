/// Who hears what arrives on an easy handle.
///
/// The calls come from inside libcurl, on the thread that drives the handle; they must not call libcurl back.
protocol CurlEasyHandler: AnyObject {
  /// The connection stands, TLS included, and the request is about to leave.
  func connected()

  /// One line of the head, its line end included. `false` ends the transfer.
  func received(headerLine: [UInt8]) -> Bool

  func received(body chunk: [UInt8]) -> ChunkVerdict
}

/// What becomes of a piece of body.
enum ChunkVerdict {
  case taken
  /// Not taken: libcurl keeps it, reads nothing more, and offers it again after `resume`.
  case pause
  case abort
}
