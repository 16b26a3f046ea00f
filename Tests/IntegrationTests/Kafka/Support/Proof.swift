import FoundationEssentials

/// What is measured on the way, and which proofs are run.
enum Proof {
  /// Those that take minutes.
  static let isLong = ProcessInfo.processInfo.environment["BROKERWATCH_LONG"] == "1"

  static func note(_ text: String) { print("measured: \(text)") }
}
