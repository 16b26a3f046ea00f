/// Names of settings and variables whose values nobody is shown.
package enum SecretNames {
  private static let parts = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "KEY", "JAAS", "CREDENTIAL"]

  package static func contain(_ name: some StringProtocol) -> Bool {
    let name = name.uppercased()
    return parts.contains { name.contains($0) }
  }
}
