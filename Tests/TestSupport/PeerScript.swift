import Glibc

/// The programs beside the tests that play the other end.
package enum PeerScript {
  /// `of` is the folder of a test target, nothing for those that all share.
  package static func path(_ name: String, of target: String? = nil) -> String {
    "\(Repository.root)/Tests/\(target.map { "\($0)/" } ?? "")Peers/\(name)"
  }

  /// The distribution's, where there is one: a version manager's would start a shell first.
  package static let python = unsafe access("/usr/bin/python3", X_OK) == 0 ? "/usr/bin/python3" : "python3"

  package static let isRunnable =
    PeerProgram.isUsable("python3", requiredAs: "python3")
    && PeerProgram.isUsable("openssl", requiredAs: "openssl")
}
