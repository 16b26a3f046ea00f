import FoundationEssentials
import TestSupport
import Testing

/// What is measured on the way, and which proofs are run.
enum Proof {
  /// Those that take minutes.
  static let isLong = ProcessInfo.processInfo.environment["BROKERWATCH_LONG"] == "1"

  static var isPossible: Bool { isLong && RealCluster.isUsable }

  static let whyNot: Comment = "it is one of the long proofs, which `make kafka-proofs` runs"

  static func note(_ text: String) { print("measured: \(text)") }
}
