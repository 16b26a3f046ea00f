import Glibc

/// Whether a test that needs this program is to run: when it can be found in PATH, or when BROKERWATCH_REQUIRE names
/// it, so that its absence fails the test instead of hiding it.
package func isInstalled(_ program: String) -> Bool {
  if variable("BROKERWATCH_REQUIRE").split(separator: ",").contains(Substring(program)) { return true }
  return variable("PATH").split(separator: ":").contains { unsafe access("\($0)/\(program)", X_OK) == 0 }
}

private func variable(_ name: String) -> String {
  guard let value = unsafe getenv(name) else { return "" }
  return unsafe String(cString: value)
}
