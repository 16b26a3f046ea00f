extension SettingsSection {
  /// Reads and decodes a file.
  package static func load(
    file: String, limits: YAMLLimits = YAMLLimits()
  ) throws(SettingsError) -> LoadedSettings<Self> {
    let content: SettingsFileContent
    do throws(SettingsFileProblem) {
      content = try SettingsFile.read(file, limit: limits.bytes)
    } catch {
      throw .unreadable(file: file, error)
    }
    return try load(content.bytes, file: file, surroundings: .system(of: file), limits: limits)
  }

  /// Decodes the text of a file: all of it, or a list of everything that is wrong.
  package static func load(
    _ bytes: [UInt8], file: String, surroundings: SettingsSurroundings, limits: YAMLLimits = YAMLLimits()
  ) throws(SettingsError) -> LoadedSettings<Self> {
    let document = YAMLDocument(parsing: bytes, limits: limits)
    var problems = document.problems
    guard var root = document.root ?? (problems.isEmpty ? YAMLNode(.mapping([]), at: .start) : nil) else {
      throw .invalid(file: file, problems)
    }
    if let environment = surroundings.environment {
      var expander = EnvironmentExpander(budget: limits.bytes, lookup: environment)
      root = expander.expand(root)
      problems += expander.problems
    }
    var decoder = SettingsDecoder(surroundings: surroundings)
    let value = Self.decode(root, at: .root, with: &decoder)
    problems += decoder.problems
    guard problems.isEmpty, let value else { throw .invalid(file: file, problems.sorted()) }
    return LoadedSettings(value: value, warnings: decoder.warnings.sorted())
  }

  /// The settings as a file that means the same, with every default filled in and no secret shown.
  package var yaml: String { output.yaml }
}
