/// A process that a profile recognises.
struct ProcessMatch: Sendable {
  let profile: Profile
  /// What somebody calls this very broker.
  var name: String?
  /// What made it match, in words for people.
  let sign: String
  /// Of a JVM.
  let java: JavaCommand?
  /// The arguments behind the main class, the script or the program.
  let words: [String]
}
