extension SettingsReference {
  /// One heading and one table for each section.
  package var markdown: String {
    sections.map(Self.markdown).joined(separator: "\n")
  }

  private static func markdown(_ section: Section) -> String {
    let title = section.path.isEmpty ? "Top level" : "`\(section.path)`"
    var text = "## \(title)\n\n\(section.doc)\n\n| key | type | default | meaning |\n|---|---|---|---|\n"
    for key in section.keys {
      let defaultText = key.isRequired ? "required" : key.defaultText.map { "`\($0)`" } ?? ""
      let cells = ["`\(key.name)`", key.type, defaultText, key.doc]
      text += "| \(cells.map(escaped).joined(separator: " | ")) |\n"
    }
    return text
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
  }
}
