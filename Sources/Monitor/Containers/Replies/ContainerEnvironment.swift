/// Which variables of a container may be known: those that configure a broker, and no secrets.
enum ContainerEnvironment {
  /// How many are kept of one container.
  static let largest = 500
  private static let longest = 8192
  private static let prefixes = ["KAFKA_", "REDPANDA_", "BROKER_"]
  private static let secrets = ["PASSWORD", "SECRET", "TOKEN", "KEY", "JAAS", "CREDENTIAL"]

  static func telling(_ assignment: String) -> (name: String, value: String)? {
    guard let equals = assignment.firstIndex(of: "=") else { return nil }
    let name = String(assignment[..<equals])
    let value = assignment[assignment.index(after: equals)...]
    let upper = name.uppercased()
    guard prefixes.contains(where: upper.hasPrefix), !secrets.contains(where: upper.contains),
      value.utf8.count <= longest
    else { return nil }
    return (name, String(value))
  }
}
