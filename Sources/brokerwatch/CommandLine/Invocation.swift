/// What a command line asks for.
struct Invocation: Sendable {
  var command = Command.run
  var configurationFile: String?
  var overrides: [ConfigurationOverride] = []
  var catalogFormat = CatalogFormat.text

  mutating func override(_ change: @escaping @Sendable (inout Configuration) -> Void) {
    overrides.append(ConfigurationOverride(apply: change))
  }
}
