import Glibc
import Settings

extension Configuration {
  /// Where state is kept; nil where no place is known.
  var effectiveStateDirectory: String? {
    stateDirectory?.resolved
      ?? Self.usualStateDirectory(isRoot: geteuid() == 0, environment: ProcessEnvironment.value(of:))
  }

  /// systemd names its directory, and if there are several, the first is the one to use; the XDG specification says where
  /// users' programs keep theirs, and that relative paths there mean nothing.
  static func usualStateDirectory(isRoot: Bool, environment: (String) -> String?) -> String? {
    if let given = environment("STATE_DIRECTORY")?.split(separator: ":").first { return String(given) }
    if isRoot { return "/var/lib/brokerwatch" }
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return "\(state)/brokerwatch" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/.local/state/brokerwatch"
  }
}
