/// Where a setting stands in its file, as people write it: `clusters[0].tls`.
package struct SettingsPath: Sendable, Hashable, CustomStringConvertible {
  private let text: String

  package static let root = SettingsPath(text: "")

  private init(text: String) {
    self.text = text
  }

  /// Names that are no plain words stand in brackets, cut and escaped: any text can be a name in a map.
  package func key(_ name: String) -> SettingsPath {
    let isPlain =
      name.utf8.count <= 60 && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || "_-".utf8.contains($0) }
    if !isPlain || name.isEmpty { return SettingsPath(text: "\(text)[\(name.quoted)]") }
    return SettingsPath(text: text.isEmpty ? name : "\(text).\(name)")
  }

  package func element(_ index: Int) -> SettingsPath {
    SettingsPath(text: "\(text)[\(index)]")
  }

  package var description: String {
    text.isEmpty ? "the whole file" : text
  }

  /// The end of a sentence about something inside: "unknown key 'x' in clusters[0]".
  package var location: String {
    text.isEmpty ? "at the top level" : "in \(text)"
  }
}
