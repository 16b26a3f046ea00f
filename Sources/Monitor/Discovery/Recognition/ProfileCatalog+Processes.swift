import Patterns

// Matching asks nobody: it looks at a command line only.
extension ProfileCatalog {
  /// The first wanted profile that recognises the process.
  func match(_ process: ProcessIdentity) -> ProcessMatch? {
    guard !process.arguments.isEmpty else { return nil }
    if let match = matchNamed(process) { return match }
    if let java = JavaCommand(executable: process.executable, arguments: process.arguments) {
      return wanted.lazy.compactMap { match($0, java) ?? match($0, process, java) }.first
    }
    return wanted.lazy.compactMap { match($0, process, nil) }.first
  }

  /// By the command line that somebody described; the profile says only where the rest stands.
  private func matchNamed(_ process: ProcessIdentity) -> ProcessMatch? {
    guard named.contains(where: { $0.command != nil }) else { return nil }
    let line = process.arguments.joined(separator: " ")
    guard let broker = named.first(where: { $0.command?.matches(line) == true }) else { return nil }
    let java = JavaCommand(executable: process.executable, arguments: process.arguments)
    let profile = broker.profile.flatMap { self[$0] } ?? .described
    return ProcessMatch(
      profile: profile, name: broker.name,
      sign: "its command line is the one of '\(broker.name)' in 'brokers'",
      java: java, words: java?.arguments ?? Array(process.arguments.dropFirst()))
  }

  private func match(_ profile: Profile, _ java: JavaCommand) -> ProcessMatch? {
    guard profile.process.mainClasses.contains(java.mainClass) else { return nil }
    return ProcessMatch(
      profile: profile, sign: "its main class is \(java.mainClass)", java: java, words: java.arguments)
  }

  private func match(_ profile: Profile, _ process: ProcessIdentity, _ java: JavaCommand?) -> ProcessMatch? {
    let patterns = profile.process
    for program in Programs(process).all where patterns.programs.contains(where: { $0.matches(program.path) })
    {
      return ProcessMatch(
        profile: profile, sign: "its program is \(program.path)", java: java,
        words: Array(process.arguments.dropFirst(program.index + 1)))
    }
    guard !patterns.commands.isEmpty else { return nil }
    let line = process.arguments.joined(separator: " ")
    guard patterns.commands.contains(where: { $0.matches(line) }) else { return nil }
    return ProcessMatch(
      profile: profile, sign: "its command line matches", java: java,
      words: Array(process.arguments.dropFirst()))
  }
}

/// What a process may be said to run: its executable, as it was called, and the script of an interpreter.
private struct Programs {
  let all: [(path: String, index: Int)]

  init(_ process: ProcessIdentity) {
    var all: [(String, Int)] = []
    if let executable = process.executable { all.append((executable.withoutDeletion, 0)) }
    if let called = process.arguments.first {
      all.append((called, 0))
      if Self.isInterpreter(called) || Self.isInterpreter(process.executable ?? ""),
        let script = process.arguments.dropFirst().firstIndex(where: { !$0.hasPrefix("-") })
      {
        all.append((process.arguments[script], script))
      }
    }
    self.all = all.map { (path: $0.0, index: $0.1) }
  }

  private static func isInterpreter(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return ["python", "ruby", "node", "perl", "sh", "bash", "dash"].contains { name.hasPrefix($0) }
  }
}

extension Profile {
  /// Of a broker that somebody described, and of which nothing else is known.
  fileprivate static let described = {
    var profile = Profile()
    profile.name = "described"
    return profile
  }()
}

extension String {
  /// The kernel's word for an executable that was replaced while it runs.
  fileprivate var withoutDeletion: String {
    hasSuffix(" (deleted)") ? String(dropLast(" (deleted)".count)) : self
  }
}
