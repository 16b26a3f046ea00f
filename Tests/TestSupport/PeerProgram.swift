import Glibc

/// Another program that tests check us against.
package enum PeerProgram {
  /// Whether its tests run: it is installed, or `BROKERWATCH_REQUIRE` names it, and then they fail without it.
  package static func isUsable(_ program: String, requiredAs name: String) -> Bool {
    isInstalled(program) || isRequired(name)
  }

  package static func isRequired(_ name: String) -> Bool {
    variable("BROKERWATCH_REQUIRE")?.split(separator: ",").contains { $0 == name } ?? false
  }

  /// Where newer peers than the distribution's lie, if anywhere.
  package static var folder: String? { variable("BROKERWATCH_PEERS") }

  package static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  private static func isInstalled(_ program: String) -> Bool {
    guard let path = unsafe getenv("PATH") else { return false }
    return unsafe String(cString: path).split(separator: ":").contains { folder in
      unsafe access("\(folder)/\(program)", X_OK) == 0
    }
  }
}
