/// The program `SystemdProbe`, built beside the tests.
enum Probe {
  static var path: String {
    let own = CommandLine.arguments.first ?? ""
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/SystemdProbe"
  }
}
