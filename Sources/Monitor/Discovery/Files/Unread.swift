import Glibc
import Systemd

/// Why a file of somebody's process was not read, with the mend.
struct Unread: Error, Hashable {
  static let mend =
    "run Brokerwatch as root, as the broker's user, or with the capabilities CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH"

  let text: String
  let isMissing: Bool

  init(_ text: String, isMissing: Bool = false) {
    self.text = text
    self.isMissing = isMissing
  }

  init(_ failure: SmallFile.Failure?, _ path: String) {
    switch failure?.reason {
    case nil: self.init("\(path): nobody may look into the process's files; \(Self.mend)")
    case .errno(ENOENT), .errno(ENOTDIR): self.init("\(path) does not exist", isMissing: true)
    case .errno(EACCES), .errno(EPERM): self.init("\(path) may not be read; \(Self.mend)")
    case .errno(ENOSYS):
      self.init("\(path) is not read: the kernel has no openat2, which came with Linux 5.6")
    case .errno, .tooLarge, .notRegular: self.init(failure?.description ?? path)
    }
  }
}
