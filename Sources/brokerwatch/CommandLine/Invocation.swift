/// What a command line asks for.
struct Invocation: Sendable {
  var command = Command.run
  var configurationFile: String?
  var overrides: [ConfigurationOverride] = []
  var catalogFormat = CatalogFormat.text
  var outputFormat = OutputFormat.text
  var showsDiscovery = false
  var profileName: String?

  mutating func override(_ change: @escaping @Sendable (inout Configuration) -> Void) {
    overrides.append(ConfigurationOverride(apply: change))
  }
}
