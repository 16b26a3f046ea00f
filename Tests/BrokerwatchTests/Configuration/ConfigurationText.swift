import Settings

@testable import brokerwatch

/// A configuration from text, as if the file lay in `/etc/bw` beside the files that are given.
func configuration(
  _ text: String, files: [String: String] = [:]
) throws(SettingsError) -> Configuration {
  let surroundings = SettingsSurroundings(directory: "/etc/bw", environment: { _ in nil }) {
    (path, _) throws(SettingsFileProblem) in
    guard let content = files[path] else { throw SettingsFileProblem("does not exist") }
    return SettingsFileContent(bytes: Array(content.utf8), isWorldReadable: false)
  }
  return try Configuration.load(Array(text.utf8), file: "brokerwatch.yaml", surroundings: surroundings).value
}
