import Glibc

/// Another program that tests check us against.
package enum PeerProgram {
  /// Whether its tests run: it is installed, or `BROKERWATCH_REQUIRE` names it, and then they fail without it.
  package static func isUsable(_ program: String, requiredAs name: String) -> Bool {
    isInstalled(program) || isRequired(name)
  }

  package static func isRequired(_ name: String) -> Bool {
    guard let list = unsafe getenv("BROKERWATCH_REQUIRE") else { return false }
    return unsafe String(cString: list).split(separator: ",").contains { $0 == name }
  }

  /// Where newer peers than the distribution's lie, if anywhere.
  package static var folder: String? {
    unsafe getenv("BROKERWATCH_PEERS").map { unsafe String(cString: $0) }
  }

  private static func isInstalled(_ program: String) -> Bool {
    guard let path = unsafe getenv("PATH") else { return false }
    return unsafe String(cString: path).split(separator: ":").contains { folder in
      unsafe access("\(folder)/\(program)", X_OK) == 0
    }
  }
}
