import Model
import Systemd

/// A part of a process that could not be read.
struct PartFailure: Error, Hashable {
  let reason: UnreadReason

  init(_ reason: UnreadReason) {
    self.reason = reason
  }
}

extension UnreadReason {
  init(_ failure: SmallFile.Failure) {
    self =
      switch failure.kind {
      case .denied: .permission
      case .absent: .missing
      case .unsupported: .unsupported
      case .tooLarge: .tooLarge
      case .other: .failed
      }
  }
}
