import Glibc

/// The environment this process was started with; nothing changes it later.
package enum ProcessEnvironment {
  /// The corresponding C function is `getenv`.
  package static func value(of name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
