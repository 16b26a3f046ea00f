/// Why a command line makes no sense, on one line.
struct UsageError: Error, Equatable, CustomStringConvertible {
  /// `EX_USAGE` of sysexits.h.
  static let exitCode: CInt = 64

  let description: String

  init(_ message: String) {
    description = "brokerwatch: \(message)"
  }
}
