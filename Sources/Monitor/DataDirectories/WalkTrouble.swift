import Glibc
import Systemd

/// Why a directory, or something in it, could not be looked at; the raw values are those of the label `reason`.
enum WalkTrouble: String, Error {
  case permission
  case diskError = "disk_error"
  case gone
  case notADirectory = "not_a_directory"
  case otherFileSystem = "other_file_system"
  case hanging
  case other

  init(_ error: SystemError) {
    self =
      switch error.code {
      case EACCES, EPERM: .permission
      case EIO, ENODEV, ENXIO, EUCLEAN, ESTALE, EREMOTEIO: .diskError
      case ENOENT: .gone
      case ENOTDIR, ELOOP: .notADirectory
      default: .other
      }
  }
}
