import Monitor
import Settings

/// Which kinds of brokers are looked for on this host.
struct ProfilesConfiguration: Equatable {
  var use: [String] = []
  var folder: SettingPath?
  /// What the folder holds.
  private(set) var own: [Profile] = []

  var catalog: ProfileCatalog { ProfileCatalog(own: own, used: use) }

  /// Reads the folder; that a profile does not exist is known only then.
  mutating func load() throws(ProfileError) {
    own = try folder.map { (folder) throws(ProfileError) in try ProfileFolder.load(folder.resolved) } ?? []
    let unknown = catalog.unknown(use)
    guard unknown.isEmpty else { throw ProfileError(unknown.map { "profiles.use: \($0)" }) }
  }
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
