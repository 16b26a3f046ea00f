import Exporter

/// Any bytes as an `Accept` and as an `Accept-Encoding` header.
///
/// Beyond not crashing: what a client does not name it is not given.
@c(LLVMFuzzerTestOneInput)
func negotiate(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let header = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let text = header.lowercased()

  let format = ExpositionFormat.negotiate(accept: header)
  let isOpenMetrics = format != .text004
  precondition(!isOpenMetrics || text.contains("application/openmetrics-text"))
  precondition(format != .openMetrics100 || text.contains("1.0.0"))
  precondition(ExpositionFormat.negotiate(accept: header) == format)

  switch ContentEncoding.negotiate(acceptEncoding: header) {
  case .gzip: precondition(text.contains("gzip") || text.contains("*"))
  case .identity: break
  case nil: precondition(text.contains("identity") || text.contains("*"))
  }
  return 0
}
