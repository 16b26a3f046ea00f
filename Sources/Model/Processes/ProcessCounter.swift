/// What only grows, over all processes that had the same name.
package enum ProcessCounter: Sendable, Hashable {
  /// In nanoseconds.
  case cpuTime
  case readBytes
  case writtenBytes
  case voluntarySwitches
  case involuntarySwitches
  case minorFaults
  case majorFaults
  case receivedBytes(listener: String)
  case sentBytes(listener: String)
  case retransmits(peer: String)
  case collections(gc: String)
  /// In nanoseconds.
  case collectionTime(gc: String)
  case safepoints
  /// In nanoseconds.
  case safepointTime
  /// In nanoseconds.
  case stalled(PressureResource, PressureKind)
}
