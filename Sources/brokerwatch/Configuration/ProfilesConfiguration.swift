import Monitor
import Settings

/// Which kinds of brokers are looked for on this host.
struct ProfilesConfiguration: Equatable {
  var use: [String] = []
  var folder: SettingPath?
  /// What the folder holds.
  fileprivate(set) var own: [Profile] = []
}

extension ProfilesConfiguration: SettingsSection {
  static let schema = Schema(
    "Which kinds of brokers are looked for on this host; `brokerwatch profiles` lists them.",
    defaults: ProfilesConfiguration()
  ) {
    Key(
      "use", \.use,
      doc: "Profiles that are not looked for unless somebody asks, because their signs are not theirs alone.")
    Key(
      "folder", \.folder, derivedDefault: "none",
      doc:
        "A folder with profiles of your own, each a file that ends with `.yaml`. One with a built-in profile's name replaces it."
    )
  }
}

extension Configuration {
  /// What to recognise on this host.
  var catalog: ProfileCatalog {
    ProfileCatalog(own: profiles.own, used: profiles.use, named: brokers.map(\.named))
  }

  /// Reads the folder of profiles; that one does not exist is known only then.
  mutating func loadProfiles() throws(ProfileError) {
    profiles.own =
      try profiles.folder.map { (folder) throws(ProfileError) in try ProfileFolder.load(folder.resolved) }
      ?? []
    let problems =
      catalog.unknown(profiles.use).map { "profiles.use: \($0)" }
      + catalog.unknown(brokers.compactMap(\.profile)).map { "brokers: \($0)" }
    guard problems.isEmpty else { throw ProfileError(problems) }
  }
}
