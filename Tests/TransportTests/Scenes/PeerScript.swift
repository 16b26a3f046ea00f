import Glibc
import TestSupport

/// The programs beside these tests that play the other end.
enum PeerScript {
  static func path(_ name: String) -> String {
    #filePath.replacing("Scenes/PeerScript.swift", with: "Peers/\(name)")
  }

  /// The distribution's, where there is one: a version manager's would start a shell first.
  static let python = unsafe access("/usr/bin/python3", X_OK) == 0 ? "/usr/bin/python3" : "python3"

  static let isRunnable =
    PeerProgram.isUsable("python3", requiredAs: "python3")
    && PeerProgram.isUsable("openssl", requiredAs: "openssl")
}
