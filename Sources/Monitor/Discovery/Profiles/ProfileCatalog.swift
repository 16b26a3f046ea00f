import Settings

/// The profiles that are looked for: those that come with the program, and the user's own.
package struct ProfileCatalog: Sendable, Equatable {
  /// All that are known, by name.
  package let profiles: [Profile]
  /// Those that nobody needs to ask for, and those that somebody asked for.
  package let wanted: [Profile]
  /// Brokers that somebody described himself, and named.
  package let named: [NamedBroker]

  /// What comes with the program, as far as nobody needs to ask for it.
  package static let builtIn = ProfileCatalog(own: [], used: [])

  /// A profile of somebody's own takes the place of a built-in one with its name, and is tried before all of those.
  package init(own: [Profile], used: [String], named: [NamedBroker] = []) {
    self.named = named
    let used = used + named.compactMap(\.profile)
    let names = Set(own.map(\.name))
    profiles = own + BuiltInProfiles.all.filter { !names.contains($0.name) }
    // Whom somebody asked for comes first: its signs may be less its own.
    wanted =
      profiles.filter { used.contains($0.name) }
      + profiles.filter { $0.isAutomatic && !used.contains($0.name) }
  }

  package subscript(name: String) -> Profile? {
    profiles.first { $0.name == name }
  }

  /// The names of `used` that no profile has, each with what was probably meant.
  package func unknown(_ used: [String]) -> [String] {
    let names = profiles.map(\.name)
    return used.filter { !names.contains($0) }.map { name in
      let hint =
        nearest(name, among: names).map { "; did you mean '\($0)'?" }
        ?? "; the profiles are \(names.sorted().joined(separator: ", "))"
      return "there is no profile '\(name)'\(hint)"
    }
  }
}
