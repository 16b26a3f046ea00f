import Glibc
import TestSupport

/// The JDKs below Debian's folder for them, links left out.
enum InstalledJDKs {
  private static let folder = "/usr/lib/jvm"

  static let homes = ((try? Files.names(in: folder)) ?? []).map { "\(folder)/\($0)" }.filter { home in
    var status = stat()
    return unsafe access("\(home)/bin/jcmd", X_OK) == 0 && lstat(home, &status) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  static var isUsable: Bool { !homes.isEmpty || PeerProgram.isRequired("java") }
}
