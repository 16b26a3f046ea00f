/// What is read of a process by itself, and may be missing by itself.
package enum ProcessPart: String, Sendable, CaseIterable, Comparable {
  case connections
  case descriptors
  case io
  case jvm
  case limits
  case maps
  case oomScore = "oom_score"
  case peers
  case pressure
  case status
  case threads
  case traffic

  package static func < (left: ProcessPart, right: ProcessPart) -> Bool {
    left.rawValue < right.rawValue
  }
}
