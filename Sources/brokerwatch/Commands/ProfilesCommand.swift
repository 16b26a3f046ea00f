import Monitor
import Settings

/// Lists the kinds of brokers that are known, or prints one as a file.
enum ProfilesCommand {
  static func run(_ invocation: Invocation) -> CInt {
    let catalog: ProfileCatalog
    do {
      catalog = try Configuration.load(
        file: invocation.configurationFile, overrides: invocation.overrides
      ).value.catalog
    } catch {
      return Console.complain("\(error)", status: 1)
    }
    guard let name = invocation.profileName else { return Console.tell(list(catalog)) }
    guard let profile = catalog[name] else {
      return Console.complain("brokerwatch: \(catalog.unknown([name]).joined())", status: 1)
    }
    return Console.tell(BuiltInProfiles.text(of: profile) ?? profile.yaml)
  }

  private static func state(of profile: Profile, _ wanted: Set<String>) -> String {
    if wanted.contains(profile.name) { return "looked for" }
    return profile.process.isEmpty && !profile.agentMetrics.isEmpty ? "names" : "off"
  }

  private static func list(_ catalog: ProfileCatalog) -> String {
    let wanted = Set(catalog.wanted.map(\.name))
    let rows = catalog.profiles.map { profile in
      (profile.name, state(of: profile, wanted), profile.title ?? profile.name)
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, state, title in
      name.padded(to: width + 2) + state.padded(to: 12) + title
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
