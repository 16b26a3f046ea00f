@testable import Settings

/// Loads sample settings in surroundings that a test decides.
enum Sample {
  static let environment = [
    "INTERVAL": "20s", "WORD": "ten", "EMPTY": "", "NULL": "null", "TRICKY": "a\nweb: {telemetry_path: /x}",
    "TRUE": "true", "PASSWORD": "hunter2",
  ]

  static let files: [String: SettingsFileContent] = [
    "/etc/bw/token": SettingsFileContent(bytes: Array("s3cret\n".utf8), isWorldReadable: false),
    "/etc/bw/crlf": SettingsFileContent(bytes: Array("s3cret\r\n".utf8), isWorldReadable: false),
    "/run/open": SettingsFileContent(bytes: Array("s3cret".utf8), isWorldReadable: true),
    "/run/empty": SettingsFileContent(bytes: [10], isWorldReadable: false),
    "/run/binary": SettingsFileContent(bytes: [0xFF], isWorldReadable: false),
  ]

  static let surroundings = SettingsSurroundings(
    directory: "/etc/bw", environment: { environment[$0] },
    readFile: { (path, _) throws(SettingsFileProblem) in
      guard let file = files[path] else { throw SettingsFileProblem("does not exist") }
      return file
    })

  static func load(_ text: String) throws(SettingsError) -> LoadedSettings<SampleSettings> {
    try SampleSettings.load(Array(text.utf8), file: "brokerwatch.yaml", surroundings: surroundings)
  }

  /// What is wrong with a text, line by line; nothing when it is right.
  static func complaints(_ text: String) -> [String] {
    do throws(SettingsError) {
      _ = try load(text)
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }
}
