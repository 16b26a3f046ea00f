/// Why a part of a process could not be read.
package enum UnreadReason: String, Sendable, CaseIterable {
  /// The user that Brokerwatch runs as may not see it.
  case permission
  case missing
  case malformed
  /// This kernel, or this way of asking it, does not say it.
  case unsupported
  /// The process was told not to show it.
  case disabled
  /// It is what an earlier process left.
  case stale
  /// It belongs to the whole host.
  case shared
  /// The process has a network of its own, of which the kernel tells us less.
  case namespace
  case tooLarge = "too_large"
  case failed
}
